"""A port that is taken is said in a sentence, and a fault while building ends nothing."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from build_tools.website.serving import PortError, catch_up, check_port, keep_on


def test_a_port_that_is_taken_is_said_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port: int = other.getsockname()[1]
        with pytest.raises(PortError, match=f"^cannot serve at port {port}: Address already in use$"):
            check_port(port)
    check_port(port)


@pytest.mark.parametrize("fault", [ValueError("no such template"), Abort("no such template")])
def test_what_cannot_be_built_is_said_and_served_on(
    fault: BaseException, capsys: pytest.CaptureFixture[str]
) -> None:
    def rebuild() -> None:
        raise fault

    keep_on(rebuild)()
    assert capsys.readouterr().err == f"not built: {type(fault).__name__}: no such template\n"


def test_what_is_saved_during_the_first_build_is_built_too(tmp_path: Path) -> None:
    built: list[list[str]] = []

    def rebuild() -> None:
        built.append(sorted(path.name for path in tmp_path.iterdir()))
        if len(built) == 1:
            (tmp_path / "saved.yaml").write_text("label: A", "utf-8")

    catch_up([tmp_path], rebuild)
    assert built == [[], ["saved.yaml"]]


def test_the_mark_of_an_open_editor_stops_nothing(tmp_path: Path) -> None:
    """Emacs puts a link that leads nowhere beside a file that is being edited."""
    (tmp_path / ".#a.yaml").symlink_to("ada@machine.4711")
    built: list[str] = []
    catch_up([tmp_path], lambda: built.append("once"))
    assert built == ["once"]
