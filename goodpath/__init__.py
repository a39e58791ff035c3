"""The goodpath command: thin, and the only room that knows all the others."""
