"""What is good form? A folder an exercise, and the rules that its files must follow."""
