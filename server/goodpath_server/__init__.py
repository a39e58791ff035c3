"""Serves a session and keeps it: sockets, one writer, the log on disk."""
