"""A coach's own pages."""
