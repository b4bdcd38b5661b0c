"""Looks at pictures that no other picture waits for: in a process, or a thread, of their own."""
