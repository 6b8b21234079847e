"""Help for contributors: import, annotate, fix, explain, compare, preview."""
