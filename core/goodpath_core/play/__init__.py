"""The rules of play, one file per matter: its commands, its events, decide and reduce."""
