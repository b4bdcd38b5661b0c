"""What was done over the weeks: a database in the user's own folder, and what is read out of it."""
