"""The screen on which one listing is vetted and decided."""
