"""The result: what an evaluation says, as a letter that a person can read and keep."""
