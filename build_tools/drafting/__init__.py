"""Draft: candidate annotations from any person or model, each proven like one of ours or refused."""
