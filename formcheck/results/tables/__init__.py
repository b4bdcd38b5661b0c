"""Tables for programs, spreadsheets and statistics."""
