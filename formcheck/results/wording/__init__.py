"""What is told, in whole sentences."""
