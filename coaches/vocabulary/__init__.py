"""The words that a listing chooses from, and their names."""
