"""What can be done on the screen, a form each."""
