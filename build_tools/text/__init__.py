"""The articles as text: folding, paragraphs, where quotes stand and where names occur."""
