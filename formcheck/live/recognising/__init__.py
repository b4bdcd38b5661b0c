"""Which exercise it looks like while a session is on."""
