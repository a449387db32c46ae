"""Text search by PostgreSQL: its full-text index and weights, and trigrams for what was mistyped.

The column, the configurations and the indexes are made by the migration `text_search`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from django.db import connection, transaction

from coaches.models.status import Status
from coaches.search.text_search.words import Hit
from coaches.vocabulary.folding import words_of

# Names are searched by their beginnings, without stems and stop words: someone may be called Will.
FIND = """
WITH wanted AS (
    SELECT plainto_tsquery('coaches_words', %(text)s) AS words, to_tsquery('coaches_names', %(names)s) AS names
), named AS (
    SELECT id FROM coaches_coach, wanted
    WHERE to_tsvector('coaches_names', name) @@ wanted.names AND status = %(listed)s LIMIT %(most)s
), told AS (
    SELECT id FROM coaches_coach, wanted WHERE told @@ wanted.words AND status = %(listed)s LIMIT %(most)s
)
SELECT id, CASE WHEN id IN (SELECT id FROM named) THEN 1 ELSE 0 END + ts_rank(told, wanted.words) AS rank
FROM coaches_coach, wanted
WHERE id IN (SELECT id FROM named UNION SELECT id FROM told)
ORDER BY rank DESC, id
LIMIT %(most)s
"""

# A bounded number of candidates, since very many texts can be a little like a short word.
NEAR = """
SELECT wanted.word, ARRAY(
    SELECT name FROM (
        SELECT name FROM coaches_coach WHERE coaches_folded(name) %%> wanted.word AND status = %(listed)s LIMIT 500
    ) AS candidates ORDER BY word_similarity(wanted.word, coaches_folded(name)) DESC LIMIT 3
) || ARRAY(
    SELECT headline FROM (
        SELECT headline FROM coaches_coach
        WHERE coaches_folded(headline) %%> wanted.word AND status = %(listed)s LIMIT 500
    ) AS candidates ORDER BY word_similarity(wanted.word, coaches_folded(headline)) DESC LIMIT 3
)
FROM unnest(%(words)s::text[]) AS wanted(word)
"""

# Of a short word, two letters in the wrong order leave half of its trigrams.
_THRESHOLD = "SET LOCAL pg_trgm.word_similarity_threshold = 0.45"


class PostgresSearcher:
    """See `Searcher`."""

    def find(self, words: Sequence[str], most: int) -> Sequence[Hit]:
        """One query; a word matches in every form that English gives it."""
        names = " & ".join(f"'{word}':*" for word in words)
        values: dict[str, str | int] = {
            "text": " ".join(words),
            "names": names,
            "most": most,
            "listed": Status.LISTED.value,
        }
        with connection.cursor() as cursor:
            cursor.execute(FIND, values)
            return [Hit(pk, rank) for pk, rank in cursor.fetchall()]

    def nearest(self, words: Sequence[str]) -> Mapping[str, str]:
        """One query, in a transaction for its threshold."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_THRESHOLD)
            cursor.execute(NEAR, {"words": list(words), "listed": Status.LISTED.value})
            return dict(_pick(cursor.fetchall()))


def _pick(rows: Iterable[tuple[str, list[str]]]) -> Iterable[tuple[str, str]]:
    for word, texts in rows:
        candidates = dict.fromkeys(other for text in texts for other in words_of(text))
        for near in get_close_matches(word, candidates, n=1, cutoff=0.6):
            yield word, near
