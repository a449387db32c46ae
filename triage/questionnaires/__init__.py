"""The content of the site: a folder of TOML for each questionnaire, one of instruments and one of signposts.

* ``registry``       what there is, read once and only if it is proved
* ``converter``      questionnaires in URLs
* ``system_checks``  what `manage.py check` says of the content
* ``strings``        every string that people read, for translators
* ``report``         an evaluation as plain data and as text, for auditors
"""
