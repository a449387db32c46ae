"""The invented coaches of the demo, and what became of them."""
