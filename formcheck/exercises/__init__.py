"""What is good form? One exercise a TOML file, and the rules that such a file must follow."""
