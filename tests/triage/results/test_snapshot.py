"""Results that were kept long ago still open. To add a format, keep the samples that are here and add its own.

`python -m tests.triage.results.samples.make` writes the sample of the present format, once, when it is new.
"""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.triage.sharing.people import MARA, open_it, snapshot_of
from triage.results.snapshot import FORMAT, Snapshot, read_snapshot, write_snapshot
from triage.sharing.links import Kind, Link
from triage.sharing.sealing import unseal
from triage.sharing.tokens import secret

SAMPLES = Path(__file__).parent / "samples"
FORMATS = [int(path.stem.split("_")[1]) for path in sorted(SAMPLES.glob("format_*.json"))]


def sample(number: int) -> dict[str, str]:
    """A kept result of a format: `token`, `salt`, `sealed` (base64), and `form`, a hash of what it was made of."""
    return dict(json.loads((SAMPLES / f"format_{number}.json").read_text()))


def form_of_the_present() -> str:
    written = json.dumps(Snapshot.model_json_schema(), sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def stored(number: int, settings: Settings) -> str:
    """Put the sample into the database, as it stood there; the token of its link."""
    kept = sample(number)
    settings.RESULT_LINK_SALTS = ["the salt of today", kept["salt"]]
    lookup = secret_under(kept["salt"], kept["token"], settings)
    sealed = base64.b64decode(kept["sealed"])
    Link.objects.create(lookup=lookup, kind=Kind.OWNER, sealed=sealed, expires_at=timezone.now() + timedelta(days=1))
    return kept["token"]


def secret_under(salt: str, token: str, settings: Settings) -> str:
    now = settings.RESULT_LINK_SALTS
    settings.RESULT_LINK_SALTS = [salt]
    lookup = secret(token).lookup
    settings.RESULT_LINK_SALTS = now
    return lookup


def test_there_is_a_sample_of_every_format() -> None:
    assert list(range(2, FORMAT + 1)) == FORMATS


def test_the_form_of_the_present_format_has_not_changed() -> None:
    """If this fails, the classes of a snapshot are others than those that are stored: give `FORMAT` a new number."""
    assert sample(FORMAT)["form"] == form_of_the_present()


@pytest.mark.django_db
@pytest.mark.parametrize("number", FORMATS)
def test_a_result_of_every_format_still_opens(client: Client, settings: Settings, number: int) -> None:
    token = stored(number, settings)
    page = open_it(client, token)
    assert page.status_code == 200
    assert "A licensed career counselor is the better place to start." in page.content.decode()
    for what in ("summary", "fhir", "dates"):
        assert client.post(f"/r/{token}/{what}/").status_code == 200
    assert "12/27, Moderate" in client.post(f"/r/{token}/summary/").content.decode()


def test_the_sealed_sample_was_not_made_anew(settings: Settings) -> None:
    kept = sample(2)
    settings.RESULT_LINK_SALTS = [kept["salt"]]
    known = secret(kept["token"])
    payload = unseal(base64.b64decode(kept["sealed"]), known.key, f"{known.lookup} owner ")
    assert json.loads(payload)["format"] == 2
    assert hashlib.sha256(payload).hexdigest() == kept["payload"]


def test_what_was_written_reads_the_same() -> None:
    assert read_snapshot(write_snapshot(snapshot_of(MARA))) == snapshot_of(MARA)


def test_a_format_from_the_future_is_refused() -> None:
    with pytest.raises(KeyError):
        read_snapshot(json.dumps({"format": FORMAT + 1}).encode())
