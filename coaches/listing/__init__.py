"""A published listing in words: what the public sees of one."""
