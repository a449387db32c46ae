"""What can be taken along from a result: dates for the calendar, and a bundle for a clinic's own system."""
