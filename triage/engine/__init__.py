"""The triage engine: pure Python that reads a questionnaire, decides, explains and proves.

Nothing here knows of Django, a database, a clock or chance. The rooms, in the order in which they
build on each other (the import contract in `pyproject.toml` holds them to it):

* ``model``       what a questionnaire is, and what people can turn to (signposts), as typed and frozen values
* ``deciding``    from answers to the path, to each signal's possible levels, to one outcome
* ``faults``      everything that can be wrong with content, by file and key
* ``loading``     TOML files to those values, or to every fault in them at once
* ``explaining``  one frozen value with everything that can be said of a set of answers: ``evaluate``
* ``drawing``     the flow as a picture
* ``proof``       the promises, proved over every possible set of answers
"""
