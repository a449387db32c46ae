"""The first page: what waits."""
