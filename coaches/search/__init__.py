"""The directory's list: facets, counts, text search and order."""
