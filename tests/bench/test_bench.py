"""Every work of the benchmark at a tiny size: what it measures has truly happened. No time is judged."""

import sys
from pathlib import Path

import pytest
from bench.__main__ import STEPS, of_all_rounds
from bench.client_list import measure
from bench.goals import GOALS, Goal, judge, verdicts
from bench.load import MARK, TEXT_BYTES, Client, Crowd, line
from bench.peers import BROADCAST, GOODPATH, NEEDS, PEERS, RAWC, Seat, counted_frame, masked_frame
from bench.works import HISTORY, WORKS, Size, herd, line_counts, pace, saturate, strain

from bench import client_app, cold_start, one_message

HERE = [peer for peer in PEERS if peer not in NEEDS or NEEDS[peer][0]()]


def test_a_line_is_as_long_as_it_says_and_is_found_by_its_mark() -> None:
    assert len(line().encode()) == TEXT_BYTES
    assert line().encode().count(MARK) == 1


def test_frames_carry_their_payload_unchanged() -> None:
    assert masked_frame(b"abc") == b"\x82\x83\0\0\0\0abc"
    assert masked_frame(b"x" * 200) == b"\x82\xfe\x00\xc8\0\0\0\0" + b"x" * 200
    assert counted_frame(b"abc") == b"\0\0\0\x03abc"


@pytest.mark.parametrize("peer", HERE)
def test_saturation_delivers_and_takes_the_moments_of_one_connection(peer: str) -> None:
    figures = saturate(PEERS[peer], Size(1, 3, 0, 0.2))
    assert figures["deliveries_per_s"] > 0
    assert figures["p50_ms"] > 0


@pytest.mark.parametrize("peer", HERE)
def test_a_steady_pace_loses_and_doubles_nothing(peer: str) -> None:
    figures = pace(PEERS[peer], Size(2, 3, 50, 0.2))
    assert (figures["lost"], figures["doubled"]) == (0, 0)
    assert figures["deliveries_per_s"] == pytest.approx(150)


@pytest.mark.parametrize("peer", HERE)
def test_a_herd_comes_in_with_its_history(peer: str) -> None:
    figures = herd(PEERS[peer], Size(2, 3, 0, 0))
    assert figures["live"] == 6
    assert figures["received_mb"] * 1e6 > 6 * HISTORY * TEXT_BYTES


@pytest.mark.parametrize("peer", HERE)
def test_who_reads_nothing_takes_nothing_from_the_others(peer: str) -> None:
    figures = strain(PEERS[peer], Size(1, 6, 50, 0.2))
    assert (figures["lost"], figures["doubled"]) == (0, 0)
    assert figures["p999_ms"] > 0


def test_a_mark_that_is_cut_in_two_is_counted_once(tmp_path: Path) -> None:
    peer = PEERS[BROADCAST](1, 1, tmp_path)
    with peer.process:
        crowd = Crowd(peer)
        client = Client(Halves([b"..@", b"~..@~", b".@", b"@."]), Seat(1, b""))  # type: ignore[arg-type]
        for _ in range(4):
            crowd._take(client)
        crowd.close()
    assert client.marks == 2


class Halves:
    """A socket that has these pieces to read."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces

    def recv_into(self, buffer: bytearray) -> int:
        piece = self._pieces.pop(0)
        buffer[: len(piece)] = piece
        return len(piece)


def test_one_message_is_measured_through_the_real_server() -> None:
    assert one_message.measure(8) > 0


def test_a_server_goes_on_with_a_long_session() -> None:
    assert cold_start.measure(1_000) > 0


def test_goals_are_held_against_the_same_run() -> None:
    results = {
        ("w1max", RAWC): {"deliveries_per_s": 100.0},
        ("w1max", GOODPATH): {"deliveries_per_s": 400.0},
    }
    said = {verdict.goal.text: (verdict.value, verdict.word) for verdict in verdicts(results)}
    assert said == {
        "deliveries/s, x rawc": (4.0, "met"),
        "deliveries/s, x broadcast": (None, "not measured"),
    }


def test_a_goal_can_be_missed() -> None:
    goal = Goal("w1fix", "p50_ms", "difference", RAWC, 1.5, False, "p50 ms above rawc")
    results = {("w1fix", RAWC): {"p50_ms": 0.5}, ("w1fix", GOODPATH): {"p50_ms": 2.5}}
    assert judge(goal, results).word == "NOT MET"
    assert {goal.work for goal in GOALS} == {*WORKS, *STEPS}


@pytest.mark.parametrize("work", ["w1fix", "w2", "w3", "stress"])
@pytest.mark.parametrize(
    ("arrived", "lost", "doubled"), [(120, "met", "met"), (119, "NOT MET", "met"), (160, "met", "NOT MET")]
)
def test_a_line_that_is_lost_or_doubled_is_a_goal_missed_however_fast_the_others_came(
    work: str, arrived: int, lost: str, doubled: str
) -> None:
    figures = {"p99_ms": 1.0, **line_counts(due=120, arrived=arrived)}
    said = {one.goal.text: one.word for one in verdicts({(work, GOODPATH): figures})}
    assert (said["lines lost"], said["lines doubled"]) == (lost, doubled)


@pytest.mark.parametrize("figure", ["lost", "doubled"])
def test_of_many_rounds_the_middle_one_counts_but_a_line_lost_or_doubled_in_any_of_them_counts(
    figure: str,
) -> None:
    rounds = [{"p99_ms": 3.0, figure: 0.0}, {"p99_ms": 1.0, figure: 7.0}, {"p99_ms": 2.0, figure: 0.0}]
    assert of_all_rounds(rounds) == {"p99_ms": 2.0, figure: 7.0}


def test_a_long_list_is_measured_at_every_size_that_is_asked_for() -> None:
    figures = measure((3, 40), appended=2)
    assert list(figures) == ["3", "40"]
    for found in figures.values():
        assert {name for name, value in found.items() if value > 0} == {
            *("fill_ms", "append_p50_ms", "append_p95_ms", "page_ms", "resize_ms", "memory_mb")
        }


def test_the_whole_client_is_measured_in_a_process_of_its_own() -> None:
    figures = client_app.measure(300)
    assert figures["app_resident_mb"] > figures["app_grown_mb"]
    assert {name for name, value in figures.items() if value > 0} >= {
        *("app_line_cpu_ms", "app_line_p95_ms", "app_nickname_cpu_ms", "app_nickname_p95_ms")
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals that a program can open")
def test_a_key_and_the_first_screen_are_measured_in_a_real_terminal() -> None:
    from bench import client_terminal

    figures = client_terminal.measure(starts=1, letters=client_terminal.LETTERS[:3])
    assert {name for name, value in figures.items() if value > 0} == {
        *("first_screen_s", "echo_p50_ms", "echo_p95_ms")
    }
    assert len({*client_terminal.LETTERS}) == len(client_terminal.LETTERS)
