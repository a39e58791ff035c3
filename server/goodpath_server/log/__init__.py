"""The log as a port, with its adapters: memory and SQLite."""
