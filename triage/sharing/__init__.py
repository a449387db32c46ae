"""Links to a kept result or an unfinished quiz. Only who holds the link can open what it leads to.

The parts, in the order in which they build on each other:

* ``tokens``    the secret in a link, and what is derived from it
* ``sealing``   encrypting and decrypting what is stored
* ``snapshot``  what is kept of a result, and the narrower copies that are shared
* ``links``     the table, how it is read; ``keeping`` writes it, ``opening`` opens it
* ``limits``    how often an address may make and open links
* ``masking``   keeps tokens out of every log
* ``papers``    what can be taken along: calendar, clinical summary, FHIR bundle
"""
