"""Listings as files, out and in."""
