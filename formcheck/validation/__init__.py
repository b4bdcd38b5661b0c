"""Sample clips: what each one shows, and whether formcheck finds that."""
