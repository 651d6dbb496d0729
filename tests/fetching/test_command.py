"""`compendium fetch` as an editor calls it, and the rest of the program without a network."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import PDF, Server

SYMBOLS = ("CL/CONF/LK/2013/5", "CL/CONF/LK/2011/2")
NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "socket", "urllib", "urllib3"}


@pytest.fixture
def config(tmp_path: Path, root: Path, server: Server) -> Path:
    """The settings of the project, with the address of the server."""
    text = (root / "config/config.yaml").read_text(encoding="utf-8")
    address = text.partition("\ndocument_address: ")[2].partition("\n")[0]
    path = tmp_path / "config.yaml"
    path.write_text(text.replace(address, f"{server.address}/good/{{language}}/{{symbol}}"))
    return path


def run(config: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call the command in the folder of the settings."""
    command = ["compendium", "fetch", "--config", str(config), "--folder", "got", *arguments]
    return subprocess.run(command, cwd=config.parent, capture_output=True, text=True, check=False)


def test_symbols_and_languages(config: Path, server: Server) -> None:
    """Every symbol comes in every language named, once, and is listed."""
    done = run(config, *SYMBOLS, "--language", "en", "--language", "fr", "--language", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in (config.parent / "got").iterdir()) == [
        "CL-CONF-LK-2011-2_en.pdf",
        "CL-CONF-LK-2011-2_fr.pdf",
        "CL-CONF-LK-2013-5_en.pdf",
        "CL-CONF-LK-2013-5_fr.pdf",
        "lock.yaml",
    ]
    assert server.asked.total() == 4
    assert "here already" in run(config, SYMBOLS[0]).stdout
    assert server.asked.total() == 4


def test_one_failure_does_not_stop_the_others(config: Path, server: Server) -> None:
    """A document that cannot be got is named with a remedy and the next one still comes."""
    (config.parent / "got").mkdir()
    (config.parent / "got/CL-CONF-LK-2013-5_en.pdf").write_bytes(b"mine")
    done = run(config, *SYMBOLS)
    assert done.returncode == 3
    assert done.stderr.startswith("error: got/CL-CONF-LK-2013-5_en.pdf: a file with this name")
    assert "  what to do: " in done.stderr
    assert (config.parent / "got/CL-CONF-LK-2013-5_en.pdf").read_bytes() == b"mine"
    assert (config.parent / "got/CL-CONF-LK-2011-2_en.pdf").read_bytes() == server.document


def test_the_limit_of_the_settings(config: Path) -> None:
    """A document above `document_limit` is refused and the setting named."""
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("document_limit: 50", "document_limit: 0.001"))
    done = run(config, SYMBOLS[0])
    assert done.returncode == 5
    assert "larger than 0.001 MB" in done.stderr
    assert "document_limit" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["no symbol"], 2, "is not a document symbol"),
        (["../../etc/passwd"], 2, "is not a document symbol"),
        ([SYMBOLS[0], "--language", "../x"], 3, "../x"),
        ([], 2, "SYMBOL"),
    ],
)
def test_wrong_arguments(
    config: Path, server: Server, arguments: list[str], code: int, said: str
) -> None:
    """What is no symbol or no language is refused before anything is asked for."""
    done = run(config, *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert not server.asked


def test_progress_after_two_seconds(config: Path, server: Server) -> None:
    """A transfer that lasts says how far it is, and why it is tried again."""
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("/good/", "/slow/"))
    done = run(config, SYMBOLS[0])
    assert done.returncode == 0
    name, address = f"{SYMBOLS[0]} (en)", f"{server.address}/slow/en/{SYMBOLS[0]}"
    assert done.stderr.splitlines() == [
        f"{name}: {address}: the server answers 503 Service Unavailable; try 2 of 3 follows",
        f"{name}: 0.0 of 0.0 MB",
    ]
    assert (config.parent / "got/CL-CONF-LK-2013-5_en.pdf").read_bytes() == PDF


def test_only_fetching_knows_the_network(root: Path) -> None:
    """No other module imports what opens a connection, and no rule of the build fetches.

    The preview answers connections, with what can open none.
    """
    package = root / "compendium"
    importing: dict[str, set[str]] = {}
    for path in package.rglob("*.py"):
        if modules := network_modules(path):
            importing.setdefault(path.relative_to(package).parts[0], set()).update(modules)
    assert importing.keys() == {"fetching", "previewing"}
    assert importing["previewing"] == {"http", "http.server"}
    rules = [root / "Snakefile", *(root / "rules").glob("*.smk"), root / "setup/build.sh"]
    assert not [rule for rule in rules if "compendium fetch" in rule.read_text(encoding="utf-8")]


def network_modules(path: Path) -> set[str]:
    """The modules for the network that a file imports; the parsing of addresses is none."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    harmless = {"urllib.parse", "http.client"} if "fetching" in path.parts else {"urllib.parse"}
    return {name for name in found - harmless if name.partition(".")[0] in NETWORK}


def test_the_steps_of_the_build_run_without_a_network(tmp_path: Path, root: Path) -> None:
    """From the records to the finished PDF, every step works where there is no network at all."""
    alone = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("this machine cannot take the network away from a program")
    shutil.copytree(root / "tests/example/sources", tmp_path / "sources")
    for name in ("config", "templates"):
        (tmp_path / name).symlink_to(root / name)
    steps = (
        "collect --output r.json",
        "localise --records r.json --language en --output t.json",
        "index --texts t.json --edition compendium --output i.json",
        "compose --texts t.json --index i.json --edition compendium --output d.json",
        "html --document d.json --output e.html",
        "pdf --document d.json --output e.pdf",
    )
    for step in steps:
        command = [*alone, "compendium", *step.split()]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert not done.returncode, (step, done.stderr)
    assert (tmp_path / "e.pdf").read_bytes().startswith(b"%PDF-")
