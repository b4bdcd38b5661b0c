"""What formcheck says of real people's movements, as pose tracks that others have labelled."""
