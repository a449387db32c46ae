"""Searching the listings' texts, in the way of each database."""
