"""“Was it helpful?”: answers from 1 to 5 that are kept as counts and shown in groups of five only."""
