"""What visitors do with listings: read, shortlist, compare, print, report."""
