"""Told means stored: a server killed at any moment loses nothing, doubles nothing, reorders nothing."""

from pathlib import Path

from soaks.kills import kills
from soaks.retries import retries
from whole_class import ServerProcess, Wire, play, see_off, talk_scenario

ROOM = "1/talk1"


async def test_ten_kills_while_sixty_people_talk_lose_and_double_nothing(tmp_path: Path) -> None:
    assert (await kills(tmp_path, kills=10)).faults == []


async def test_a_request_is_one_line_however_often_and_wherever_it_is_sent(tmp_path: Path) -> None:
    assert (await retries(tmp_path, ids=200)).faults == []


async def test_a_backup_put_back_is_told_to_those_who_were_ahead_of_it(tmp_path: Path) -> None:
    path, errors = tmp_path / "a.goodpath", tmp_path / "errors.txt"
    words = (talk_scenario(tmp_path), "-o", path, "--port", "0")
    server = await ServerProcess.start(*words, errors=errors)
    _, (one,) = await play(server.port, server.code, server.secret, ["1/m1"])
    known = {"token": one.welcome.token, "epoch": one.welcome.epoch, "history": 0}
    assert await one.ask("a", "post_message", room=ROOM, text="kept") == "done"
    kept = one.done["a"]
    assert await server.stop() == 0
    backup = path.read_bytes()
    server = await ServerProcess.start(*words, errors=errors)
    one = await Wire.join(server.port, **known, seq=kept)
    assert one.welcome.mode == "resumed"
    known["epoch"] = one.welcome.epoch
    assert await one.ask("b", "post_message", room=ROOM, text="lost with the disk") == "done"
    ahead = one.done["b"]
    await server.kill()
    for left in tmp_path.glob("a.goodpath-*"):
        left.unlink()
    path.write_bytes(backup)
    server = await ServerProcess.start(*words, errors=errors)
    one = await Wire.join(server.port, **known, seq=ahead)
    assert one.welcome.mode == "fresh"
    assert await server.stop() == 0
    await see_off()
