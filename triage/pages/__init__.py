"""Pages that say how this site decides, what it is, and what it does with data."""
