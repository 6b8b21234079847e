"""`dossier diff`: what a change does to what the dossier says."""
