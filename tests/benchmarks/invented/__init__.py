"""Inventing listings in any number, to measure with. Every one of them is marked as invented."""
