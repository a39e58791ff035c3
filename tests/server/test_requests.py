"""Which requests have been heard."""

import pytest

from goodpath_core.errors import Refused
from goodpath_server.requests import Requests, digest_of

LINE = {"kind": "post_message", "room": "1/line3", "text": "hi"}


def test_the_same_id_with_the_same_content_is_found_for_ever() -> None:
    requests = Requests()
    assert requests.find("seat:1", "a", digest_of(LINE)) == 0
    requests.keep("seat:1", "a", 7, digest_of(LINE))
    assert requests.find("seat:1", "a", digest_of(dict(LINE))) == 7


def test_the_same_id_of_somebody_else_is_another_request() -> None:
    requests = Requests()
    requests.keep("seat:1", "a", 7, digest_of(LINE))
    assert requests.find("seat:2", "a", digest_of(LINE)) == 0


def test_the_same_id_with_another_content_is_refused_a_hundred_times_of_a_hundred() -> None:
    requests = Requests()
    requests.keep("seat:1", "a", 7, digest_of(LINE))
    for number in range(100):
        with pytest.raises(Refused) as no:
            requests.find("seat:1", "a", digest_of({**LINE, "text": f"hi {number}"}))
        assert no.value.code == "id_reused"
    assert requests.find("seat:1", "a", digest_of(LINE)) == 7


def test_what_was_not_stored_is_forgotten() -> None:
    requests = Requests()
    for seq, name in enumerate("abc", 1):
        requests.keep("seat:1", name, seq, "d")
    requests.drop_after(1)
    assert [bool(requests.find("seat:1", name, "d")) for name in "abc"] == [True, False, False]
