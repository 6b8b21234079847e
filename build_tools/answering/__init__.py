"""Answering: what a program may ask of a dossier, each answer with the words of the articles behind it."""
