"""Where a server listens, and a client looks for it, unless they are told otherwise."""

PORT = 8713
