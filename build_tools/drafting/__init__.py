"""Draft: candidate annotations from any person or model, proven like those of the dossier, or refused."""
