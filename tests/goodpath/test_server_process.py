"""A server in a process of its own starts, or leaves nothing and says why; its log is for its owner."""

from pathlib import Path

import pytest
from goodpath.server_process import ServerProcess

from goodpath_core.errors import GoodpathError
from goodpath_server.keyfile import KeyFile
from goodpath_server.server import Config


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    running = ServerProcess.start("ten-pictures", tmp_path / "one.goodpath", Config(port=0))
    try:
        with pytest.raises(GoodpathError, match="Another server already writes one.goodpath"):
            ServerProcess.start("ten-pictures", tmp_path / "one.goodpath", Config(port=0))
        with pytest.raises(GoodpathError, match="taken, perhaps by another goodpath; choose another with"):
            ServerProcess.start("ten-pictures", tmp_path / "two.goodpath", Config(port=running.port))
        assert "open on port" in (tmp_path / "one.log").read_text("utf-8")
        assert list(tmp_path.glob("*two*")) == []
    finally:
        running.stop()
    assert not running.alive


def test_a_log_that_is_no_servers_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "one.log").write_text("This is pdfTeX")
    with pytest.raises(GoodpathError, match="one.log is there already; choose another name with -o, or move"):
        ServerProcess.start("ten-pictures", tmp_path / "one.goodpath", Config(port=0))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("one.log", "This is pdfTeX")]


def test_the_log_with_the_code_is_for_its_owner_alone_and_without_the_secret_whoever_could_read_it_before(
    tmp_path: Path,
) -> None:
    ServerProcess.start("ten-pictures", tmp_path / "one.goodpath", Config(port=0)).stop()
    (tmp_path / "one.log").chmod(0o644)
    ServerProcess.start("ten-pictures", tmp_path / "one.goodpath", Config(port=0)).stop()
    assert (tmp_path / "one.log").stat().st_mode & 0o777 == 0o600
    assert KeyFile(tmp_path / "one.key").secret not in (tmp_path / "one.log").read_text("utf-8")


def test_a_server_with_a_broken_scenario_leads_to_check(tmp_path: Path) -> None:
    (tmp_path / "town.yaml").write_text("title: A\n", "utf-8")
    with pytest.raises(
        GoodpathError, match=r"^town\.yaml has 10 problems, .*/goodpath scenario check \S+yaml$"
    ):
        ServerProcess.start(str(tmp_path / "town.yaml"), tmp_path / "one.goodpath", Config(port=0))
    assert [path.name for path in tmp_path.iterdir()] == ["town.yaml"]
