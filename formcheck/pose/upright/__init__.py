"""Which way is up: recordings that lie on their side, and cameras that are rolled."""
