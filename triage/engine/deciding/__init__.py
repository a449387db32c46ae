"""From answers to one outcome.

* ``answers``       what an answer is, and whether answers belong to the questionnaire
* ``path``          the pages that a set of answers leads through
* ``feeding``       which answers make a difference to which signal
* ``states``        what a walk through the pages behind a signal gathers
* ``cone``          the walk itself: each signal's possible levels, given what was answered and what was skipped
* ``diagram``       the rules as a decision diagram over the signals
* ``combinations``  many combinations of possible levels followed through the diagram at once
* ``certainty``     whether a condition holds whatever the open questions turn out to be
* ``decision``      the most careful outcome that is possible
"""
