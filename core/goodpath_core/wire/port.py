"""Where a server listens, and a client looks for it, unless they are told otherwise."""

PORT = 8713
LOOPBACK = "127.0.0.1"
"""Reached from this machine alone."""
