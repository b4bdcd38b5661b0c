"""Pages to read: the report of one recording, and the page of many."""
