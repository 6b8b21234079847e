"""Audit: what a text about the story says, held against the dossier."""
