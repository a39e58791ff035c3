"""What the exit codes of a command mean."""

from typing import Final

DONE: Final = 0
SAID_NO: Final = 1
"""It was asked for what could be meant, and could not be done or was not found to be right."""
MISUSED: Final = 2
"""What was typed cannot be meant; another line must be typed."""
KILLED: Final = 128
"""From here on: a signal ended the process."""
