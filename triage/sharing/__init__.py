"""Links to a kept result or an unfinished quiz. Only who holds the link can open what it leads to.

The parts, in the order in which they build on each other:

* ``tokens``    the secret in a link, and what is derived from it
* ``sealing``   encrypting and decrypting what is stored
* ``links``     the table, how it is read; ``keeping`` writes it, ``opening`` opens it, ``reopening`` uncounted
* ``views``     the pages: ``creating`` links, ``opening`` them, what their ``owner`` does, ``papers`` to take along

What is kept of a result is a snapshot, see ``triage.results``.
"""
