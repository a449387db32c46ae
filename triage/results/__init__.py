"""The result: what an evaluation says, as a letter that a person can read and keep.

* ``letter``     the evaluation in words, in its ``letter_format``; ``sections`` is its plan, ``bars`` its picture
* ``snapshot``   what is kept of a result; ``snapshot_taking`` makes one, ``narrowing`` the smaller copies to share
* ``comparing``  what changed between two; ``papers`` what can be taken along: calendar and FHIR bundle
* ``wishes``     what goes along to the directory
"""
