"""The directory of coaches. It knows nothing of the triage."""
