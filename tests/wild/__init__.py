"""Recordings as people make them."""
