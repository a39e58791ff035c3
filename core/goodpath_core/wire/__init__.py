"""What travels: messages, the msgpack codec with its limits, one connection as a table."""
