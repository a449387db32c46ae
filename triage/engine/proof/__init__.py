"""The promises, proved over every possible set of answers, skipped questions included.

How: by exhaustion with merged states. No set of answers is left out and none is sampled; sets of
answers that are the same to everything that follows are looked at together.

Why that is sound:

1. The rules see nothing of the answers but one set of possible levels for each signal
   (`decision.decide` takes nothing else). For each signal, `tables` walks its cone of pages through
   every combination of answers and skips, with the interpreter's own steps (`levels.Cone`), merging
   combinations that have come to the same states. What is left is the full list of level sets that
   can occur, each with the number of ways to it and the fewest answers that lead there.
2. The reader refuses content in which two signals that rules read hang on the same page, so the
   lists combine freely. The safety signal may share pages (item 9), since its silence is its lowest
   level and never open; combining it freely too looks at more cases than can occur. That can only
   raise a false alarm, never hide a broken promise. To keep counterexamples real, answers that speak
   of danger count for more than all others, so that one is named only where nothing else will do.
3. `sweep` follows *all* combinations of the lists through the decision diagram, merging those that
   reach the same set of nodes, which is all that the rest of the rules can tell apart.
4. A promise that compares two sets of answers (worse, readier) is swept as pairs that differ in one
   signal and agree in the others. Longer differences are chains of such steps. A signal with open
   questions has risen where neither its lowest nor its highest possible level fell. A skip leaves
   every state open that an answer leaves, which is seen to in every state of the walk; where it
   does not (silence that reads as a level), both are walked side by side.
5. Not giving consent leaves the same signals open as skipping each of the questions that wait for it.
6. Instruments count from 0 points, so a page is asked if and only if all ways of answering what was
   skipped lead there: the interpreter's path and the states of the walk speak of the same pages.
7. Explanations hold by construction. Every signal's cone begins with a page that everyone meets or
   was not asked for want of consent, so a reason always has an answer or an open question behind it.
   A change is decided on the exact levels that it leads to: it touches one signal only (2), no
   safety field, and puts no new page on the path. `prover.explained` sees to both once for every end.

What the prover finds is checked against the interpreter: every witness is a set of answers that it
is run on. A counterexample to a promise on signals that share pages with safety may not be one (2).
"""

from __future__ import annotations

from triage.engine.proof.prover import Proof, prove
from triage.engine.proof.record import Record, VersionReused, make_record, read_record, why_not_covered
from triage.engine.proof.verdict import Counterexample, Verdict, complete

__all__ = [
    "Counterexample",
    "Proof",
    "Record",
    "Verdict",
    "VersionReused",
    "complete",
    "make_record",
    "prove",
    "read_record",
    "why_not_covered",
]
