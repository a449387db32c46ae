"""A person's answers so far, which live in their own browser: the sealed cookie, and the country they chose."""
