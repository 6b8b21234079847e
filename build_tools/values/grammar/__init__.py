"""Reads values in a text: a lexer, a grammar over its tokens for each language, and what is no figure."""
