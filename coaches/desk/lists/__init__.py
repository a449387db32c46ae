"""Listings, records and people as lists, and a listing's form."""
