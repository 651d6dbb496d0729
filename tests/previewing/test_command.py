"""`compendium preview`: what it refuses before it begins."""

from __future__ import annotations

import socket

import pytest

from support.commands import run
from support.edited_project import Desk


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--language", "xx"], "there is no language 'xx'"),
        (["--sources", "none"], "none: no such folder"),
        (["--templates", "none"], "none: no such folder"),
        (["--config", "none.yaml"], "none.yaml: the file is missing"),
        (["--port", "{port}"], "port {port} of 127.0.0.1: Address already in use"),
    ],
)
def test_what_is_refused(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    message: str,
) -> None:
    """What no edit can mend ends the preview at once, with one message and a remedy."""
    monkeypatch.chdir(desk.folder)
    monkeypatch.setenv("COMPENDIUM_KEPT", "")
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        code = run("preview", *(option.format(port=port) for option in options))
    told = capsys.readouterr()
    assert code == 3, told.err
    assert told.out == ""
    assert told.err.startswith(f"error: {message.format(port=port)}\n  what to do: ")
