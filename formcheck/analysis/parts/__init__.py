"""One recording cut into parts that are looked at side by side."""
