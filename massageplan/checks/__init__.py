"""What the records should mean, and do not: one check a file; its docstring is its manual page."""
