"""Many inputs as one run, on one computer or on a cluster."""
