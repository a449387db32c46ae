"""Crisis help: the lines of a country, reachable from everywhere and without scripts."""
