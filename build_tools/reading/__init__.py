"""Reads the files of a dossier: strings in, types out, and everything wrong with them."""

from build_tools.reading.files import read

__all__ = ["read"]
