"""A port that is taken is said in a sentence, and a fault while building ends nothing."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from build_tools.website.serving import EditionServer, PortError, address_of, catch_up, check_port, keep_on


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


FILES = {
    "index.html": b"<body>Home</body>",
    "people/a b/index.html": b"<p>Ada",
    "404.html": b"Lost",
    "a.js": b"1",
}


def given(path: str) -> bytes | None:
    if path == "broken.html":
        raise ValueError("<no such template>")
    return FILES.get(path)


@pytest.fixture
def server() -> Iterator[EditionServer]:
    server = EditionServer(given, address_of("en", 8000), lambda: None)
    yield server
    server.server_close()


def asked(server: EditionServer, path: str) -> tuple[str, dict[str, str], bytes]:
    """The status, the head and the content that a browser gets for an address."""
    head: list[tuple[str, dict[str, str]]] = []

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        head.append((status, dict(headers)))

    content = b"".join(server.serve_request({"PATH_INFO": path}, start))
    return *head[0], content


def test_a_file_is_given_as_it_is_made_and_a_page_with_the_script_that_loads_it_again(
    server: EditionServer,
) -> None:
    status, head, content = asked(server, "/en/")
    assert (status, head["Content-Type"]) == ("200 OK", "text/html")
    assert content.startswith(b"<body>Home<script>")
    assert b"livereload" in content
    assert head["Content-Length"] == str(len(content))
    assert asked(server, "/en/a.js")[2] == b"1"


@pytest.mark.parametrize(
    ("path", "there"), [("/en", "/en/"), ("/", "/en/"), ("/en/people/a b", "/en/people/a%20b/")]
)
def test_a_folder_is_found_without_the_slash_at_its_end(path: str, there: str, server: EditionServer) -> None:
    status, head, _ = asked(server, path)
    assert (status, head["Location"]) == ("302 Found", there)


@pytest.mark.parametrize("path", ["/en/nobody/", "/en/nobody", "/zh-hans/", "/en/../a.js"])
def test_what_is_not_there_is_said_on_the_page_for_it(path: str, server: EditionServer) -> None:
    status, _, content = asked(server, path)
    assert (status, content) == ("404 Not Found", b"Lost")


def test_a_page_that_cannot_be_made_says_so_there_and_in_the_terminal(
    server: EditionServer, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, content = asked(server, "/en/broken.html")
    assert status == "500 Internal Server Error"
    assert b"<pre>broken.html not made: ValueError: &lt;no such template&gt;" in content
    assert capsys.readouterr().err == "broken.html not made: ValueError: <no such template>\n"
