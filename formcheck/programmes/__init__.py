"""Programmes: which exercises one session is made of, how often, and with how much rest."""
