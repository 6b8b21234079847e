"""What several kinds of page have in common: words, footnotes, callouts, charts, lists."""
