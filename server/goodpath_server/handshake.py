"""The head of a handshake, taken out of the bytes that arrive so that nothing behind it goes with it.

The library would read on behind a request that is not answered yet, find fault with what stands there, and
end the connection without the answer; and it would keep the first part of a frame, whose end it never gets.
"""

from websockets.http11 import Request
from websockets.server import ServerProtocol


def take_request(rules: ServerProtocol, data: bytes) -> tuple[Request | None, bytes]:
    """Let the library take bytes up to the end of the head; returns the request it makes, and what is left.

    None while the head is not whole, and once it is refused: then nothing is left, whatever else came.
    """
    at = 0
    while at < len(data) and not rules.close_expected():
        end = data.find(b"\n", at) + 1 or len(data)
        rules.receive_data(data[at:end])
        at = end
        for event in rules.events_received():
            if isinstance(event, Request):
                return event, data[at:]
    return None, b""
