"""The curator's desk, by screen: `queue` (the first page), `decide` (one listing), `lists`."""
