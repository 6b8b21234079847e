"""What helps a person who adds an article, annotates it and sends the change."""
