"""Where a page stands, how it is written down, and how the whole becomes a website."""
