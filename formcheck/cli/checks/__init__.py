"""What `formcheck doctor` looks at; each check runs whatever the others find."""
