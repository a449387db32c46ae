"""The triage engine: pure Python that reads a questionnaire, decides, explains and proves.

Nothing here knows of Django, a database, a clock or chance. The parts, in the order in which
they build on each other:

* ``model``       what a questionnaire is, as typed and frozen values
* ``reading``     TOML files to a questionnaire, or every fault in them at once
* ``replay``      the pages that a set of answers leads through
* ``levels``      what each signal can be, given what was answered and what was skipped
* ``diagram``     the rules as a decision diagram over the signals
* ``evaluation``  one frozen value with everything that can be said of a set of answers
* ``proof``       the promises, proved over every possible set of answers
* ``drawing``     the flow as a picture
"""
