"""The set-up installs what was pinned, and says in words what is missing."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

PINS = ("constraints.txt", "constraints-build.txt")


def pinned(file: Path) -> dict[str, int]:
    """The packages of a file of pins, and how many hashes each has."""
    blocks = re.split(r"\n(?=\S)", file.read_text(encoding="utf-8").strip())
    return {block.partition("==")[0]: block.count("--hash=sha256:") for block in blocks}


def plain(requirement: str) -> str:
    """The name of a required package, as the pins write it."""
    return re.sub(r"[._]", "-", re.split(r"[<>=!~\[; ]", requirement)[0].lower())


@pytest.mark.parametrize("name", PINS)
def test_every_package_is_pinned_with_its_hash(root: Path, name: str) -> None:
    """What the project asks for stands in the pins, each package with a hash."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    if name == "constraints.txt":
        asked += project["project"]["optional-dependencies"]["dev"]
    pins = pinned(root / name)
    assert {plain(requirement) for requirement in asked} <= set(pins)
    assert all(pins.values())


def test_build_and_tests_use_the_same_versions(root: Path) -> None:
    """The pins of the build are those of the tests, without what tests need besides."""
    build, tests = (
        set(re.findall(r"^\S+==\S+", (root / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("constraints-build.txt", "constraints.txt")
    )
    assert build < tests


def test_no_pin_names_an_address(root: Path) -> None:
    """Where packages were fetched is the business of each machine."""
    for name in (*PINS, "package-lock.json", ".npmrc"):
        assert "://" not in (root / name).read_text(encoding="utf-8"), name


def test_the_checkers_of_html_are_pinned_with_their_hash(root: Path) -> None:
    """Each package of package-lock.json has the version that package.json asks for, and a hash."""
    asked = json.loads((root / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    locked = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in asked.items():
        assert locked[f"node_modules/{name}"]["version"] == version
        assert locked[f"node_modules/{name}"]["integrity"].startswith("sha512-")


@pytest.mark.parametrize("name", ["packages-build.txt", "packages-test.txt"])
def test_each_system_package_says_why(root: Path, name: str) -> None:
    """Each line of a list has a package and, after #, what it is for."""
    for line in (root / "setup" / name).read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"#.*|[a-z0-9.+-]+( (program|module):\w+)? +# \S.*", line), line


def test_an_old_python_is_named(root: Path, tmp_path: Path) -> None:
    """A Python older than 3.11 ends the set-up with its version and what to do."""
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = -V ] && echo Python 3.9.2\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    done = set_up(root / "setup/python-version.sh", PYTHON=str(old))
    assert done.returncode == 1
    assert "Python 3.9.2" in done.stderr
    assert "what to do: " in done.stderr


def test_a_missing_python_is_named(root: Path) -> None:
    """A Python that is not there ends the set-up with its name and what to do."""
    done = set_up(root / "setup/python-version.sh", PYTHON="python3.99")
    assert done.returncode == 1
    assert "there is no python3.99" in done.stderr


@pytest.mark.parametrize("sign", '"$`\\:')
def test_a_folder_in_which_no_program_would_run_is_named(
    root: Path, tmp_path: Path, sign: str
) -> None:
    """A name that would break what pip installs there is told at once, with what to do."""
    folder = tmp_path / f"a {sign} copy"
    folder.mkdir()
    script = root / "setup/python-packages.sh"
    done = subprocess.run(
        [script, "none/.venv", "none.txt"],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "PYTHON": "/bin/false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"error: {folder}: ")
    assert "what to do: give the folder another name" in done.stderr


def test_packages_that_are_there_are_left_alone(root: Path, tmp_path: Path) -> None:
    """A list whose packages are there, or replaced by a program or module, installs nothing."""
    packages = tmp_path / "list.txt"
    packages.write_text(
        "no-such-package program:bash  # a shell\n"
        "no-such-package module:json  # a module\n"
        "bash  # a package\n",
        encoding="utf-8",
    )
    done = set_up(root / "setup/system-packages.sh", packages)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_root_the_command_is_told(root: Path, tmp_path: Path) -> None:
    """Who may not install packages gets the command that the administrator has to run."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "id").write_text("#!/bin/sh\necho 1000\n", encoding="utf-8")
    (programs / "id").chmod(0o755)
    for name in ("bash", "env", "sed", "dpkg-query"):
        found = subprocess.run(["which", name], capture_output=True, text=True, check=True)
        (programs / name).symlink_to(found.stdout.strip())
    packages = tmp_path / "list.txt"
    packages.write_text("no-such-package  # nothing\n", encoding="utf-8")
    done = set_up(root / "setup/system-packages.sh", packages, PATH=str(programs))
    assert done.returncode == 1
    assert "apt-get install --no-install-recommends no-such-package" in done.stderr


def set_up(script: Path, *arguments: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script of the set-up with few variables."""
    return subprocess.run(
        [script, *arguments],
        env={"PATH": "/usr/bin:/bin"} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
