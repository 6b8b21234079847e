"""The articles as text: folding, paragraphs, the places of quotes and names."""
