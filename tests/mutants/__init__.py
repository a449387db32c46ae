"""`make mutants`: do the tests notice when the code is made wrong, one small fault at a time?

Of every place where a fault fits, a seeded sample is tried until the time is up. A fault that no test notices is
a survivor: a test is missing, or the fault changes nothing that anybody could notice, and `equivalent.toml` says why.
"""
