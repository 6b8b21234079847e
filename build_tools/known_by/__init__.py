"""What was known at a moment: the dossier without what came later."""
