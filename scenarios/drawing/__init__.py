"""The script that draws every shipped picture: our own work, given away under CC0."""
