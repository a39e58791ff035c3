"""The words a scenario chooses from, each set in one place: YAML, values and rules read them here."""

from typing import Literal

Camera = Literal["none", "poor", "good"]
"""What a phone's camera is like."""
PhasePlace = Literal["room", "phone", "shift", "free"]
"""Where a phase holds a persona; `free` where it may choose."""
Provenance = Literal["own", "collected", "edited"]
"""Whose a picture is: `collected` is somebody else's, as it was found."""
Taken = Literal["room", "factory", "street", "web", "village"]
"""Where a picture was taken; `web` for what was taken from there."""
First = Literal["message", "post", "picture", "page", "visit", "like", "repost"]
"""What an inject can wait for, done for the first time in its phase."""
