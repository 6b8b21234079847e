"""The commands that check, build, serve, export and read; other folders keep theirs beside what they call."""
