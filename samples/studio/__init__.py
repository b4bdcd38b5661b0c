"""Renders the sample clips and their ground truth from a free human body and motions as data."""
