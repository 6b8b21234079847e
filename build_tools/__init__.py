"""Annotated dossiers: articles and hand-written YAML in, a website that proves every statement out."""
