"""What can be said of a decision.

* ``evaluation``     all of it, as one frozen value: the place to begin
* ``reasons``        the answers that made the deciding rule hold
* ``changes``        answers that, changed, would alter the outcome
* ``open_outcomes``  what skipped questions leave open
* ``advice``         which advice applies
* ``agendas``        the order and the minutes of an agenda
"""
