"""What any site needs, whatever it is about. Nothing here knows the questionnaires.

* ``environment``, ``databases``, ``mail``  from environment variables to settings; ``kept_secrets`` for the demo's own
* ``headers``, ``compression``, ``errors``  what every response carries, and the pages for what goes wrong
* ``limits``                                how often a visitor may do something
* ``log_masking``                           keeps tokens out of every log
"""
