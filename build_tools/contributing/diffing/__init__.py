"""`dossier diff`: what a change does to the dossier."""
