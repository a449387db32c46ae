"""Whichway: the site and its triage."""
