"""The widgets that screens are made of, one to a file."""
