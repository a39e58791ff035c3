"""The limits of the wire, told to every client in the welcome and kept on both sides."""

from types import MappingProxyType

from goodpath_core import text

PROTOCOL = 1
"""Version of the wire; a peer with another one is refused with a sentence."""
FRAME_BYTES = 65_536
NEWS_BYTES = 60_000
"""A news frame is closed before it grows beyond this; no event is larger."""
ENVELOPE_BYTES = 1_000
"""More than an event takes beside what it says: numbers, kind, voice and room."""
PART_BYTES = 48_000
"""Large answers travel in parts of this size."""
ANSWER_BYTES = 67_108_864
"""The most a client joins together from parts; the largest state that a class can make is well below."""
DEPTH = 16
KEY_CHARACTERS = 64
"""Longest key of a map in a frame."""
ANSWER_KEY_CHARACTERS = 200
"""Longest key of a map in an answer: there the ids of rooms are keys."""
PICTURE_CHARACTERS = 100
"""Longest file name of a picture that can be asked for."""
SHORT_CHARACTERS = 64
"""Longest code, token or epoch in a frame."""
STUDENT_CHARACTERS = 64
"""Longest own name of a student in the key file."""
INTEGER = 2**53
HELLO_S = 10
HISTORY_DEFAULT = 50
HISTORY_MAX = 200
BURST = 10
"""Commands a seat may send at once."""
RATE = 5.0
"""Commands a seat may send per second after that."""
ASK_BURST = 100
"""Questions a seat may ask at once: a page full of pictures is many."""
ASK_RATE = 20.0
"""Questions a seat may ask per second after that."""
ASK_STEP = 32_768
"""A question counts once more for every so many bytes of its answer."""
TYPING_BURST = 3
TYPING_RATE = 1.0
"""Typing notices a second that are passed on; the others are dropped."""
FRAME_BURST = 200
"""Frames of a seat that are read at once, whatever they say: more than the three limits above let through."""
FRAME_RATE = 50.0
"""Frames of a seat that are read per second after that; the others wait unread, and none is lost."""
FRAME_STEP = 1024
"""A frame counts once more for every so many bytes."""
OUTBOX_BYTES = 1_048_576
OUTBOX_S = 10.0
"""A connection whose unsent bytes are more, or older, is cut; it comes back and resumes."""
TYPING_S = 6
"""Seconds for which a typing notice holds."""

ANNOUNCED = MappingProxyType(
    {
        "frame_bytes": FRAME_BYTES,
        "message_characters": text.MESSAGE_LIMIT,
        "post_characters": text.POST_LIMIT,
        "name_characters": text.NAME_LIMIT,
        "signature_characters": text.SIGNATURE_LIMIT,
        "history": HISTORY_MAX,
        "burst": BURST,
        "rate": RATE,
    }
)
"""What the welcome says about limits."""
OF_PACE = ("burst", "rate")
"""Those that the welcome leaves out for whom no rate is kept: teachers, and members of a load test."""
