"""A scenario as a value, read from YAML with every problem named at once, and its first events."""
