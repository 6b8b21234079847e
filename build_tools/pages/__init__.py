"""One file a kind of page: a page maker reads from top to bottom like the page it makes."""
