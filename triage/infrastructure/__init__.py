"""What any site needs, whatever it is about. Nothing here knows the questionnaires.

* ``environment``, ``databases``, ``mail``  from environment variables to settings; ``kept_secrets`` for the demo's own
* ``startup``                               says at the start what was forgotten: static files, migrations
* ``headers``, ``compression``              what every response carries, and how
* ``errors``                                pages for what goes wrong, with ``crisis_numbers``, or a ``plain_page``
* ``uploads``                               keeps what people send off the disk
* ``database_faults``                       which errors of a database are weather
* ``limits``                                how often a visitor may do something
* ``log_masking``, ``tracebacks``           keep tokens, and what people typed, out of every log
"""
