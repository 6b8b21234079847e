"""What one run keeps for the next in `build/cache/`; deleting it changes nothing."""
