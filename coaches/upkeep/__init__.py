"""What runs daily: lapsing and reminding."""
