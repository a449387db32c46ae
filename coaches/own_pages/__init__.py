"""A coach's own pages: applying, and what links in letters lead to."""
