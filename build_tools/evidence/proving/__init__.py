"""Prove: a claim is accepted only where its quote says who, what, how much and when."""
