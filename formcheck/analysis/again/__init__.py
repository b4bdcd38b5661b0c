"""Saved results judged anew, and what changed."""
