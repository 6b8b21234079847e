"""Addresses and Markdown of pages, and how the pages become a website."""
