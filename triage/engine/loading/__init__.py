"""From TOML files to typed values, or to every fault in them at once.

* ``toml_files``      merging a folder's files, and parsing what they hold without stopping at the first fault
* ``questionnaires``  a questionnaire's folder, and the instruments that it names
* ``signposts``       the folder of crisis lines, services and finders; which of their entries grew old
"""
