"""The pages around links."""
