"""Outside checkers have no objection to the page: the Nu HTML checker, and axe-core in Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from support.inspection.browser import Browser
from support.inspection.counting import RecordProperty, report
from support.inspection.made import PAGES, Made

# WCAG 2.2, levels A and AA, and what axe-core calls best practice.
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

# What passed is only counted: to hand it over takes longer than to look at the page.
RUN_AXE = """
tags => axe.run(document, {runOnly: {type: "tag", values: tags}}).then(found => ({
    passed: found.passes.length,
    violations: found.violations.map(rule => [rule.id, rule.nodes[0].html.slice(0, 200)]),
}))
"""
# In CSS pixels; each page is looked at once.
WIDTHS = {"ar": 320, "en": 1280}


def test_markup(made: Made, root: Path, record_property: RecordProperty) -> None:
    """The Nu HTML checker finds no error in any page and warns of nothing."""
    checker = root / "node_modules/vnu-jar/build/dist/vnu.jar"
    if shutil.which("java") is None or not checker.exists():
        pytest.skip("the Nu HTML checker or Java is not installed; run: make test")
    command = ["java", "-jar", checker, "--format", "json", "--exit-zero-always", "--stdout"]
    command += sorted(made.editions.rglob("*.html"))
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    messages = json.loads(said)["messages"]
    errors = [message for message in messages if message["type"] != "info"]
    warned = [message for message in messages if message.get("subType") == "warning"]
    report(record_property, errors=len(errors), warnings=len(warned))
    shown = [
        f"{found['url']}, line {found['lastLine']}: {found['message']}" for found in errors + warned
    ]
    assert shown == []


@pytest.mark.parametrize(("made", "name"), PAGES, indirect=["made"])
def test_accessibility(
    browser: Browser,
    made: Made,
    root: Path,
    name: str,
    record_property: RecordProperty,
) -> None:
    """axe-core finds no violation of WCAG 2.2 AA on a narrow screen, nor on a wide one."""
    width = WIDTHS[name.partition("/")[0]]
    engine = root / "node_modules/axe-core/axe.min.js"
    if not engine.exists():
        pytest.skip("axe-core is not installed; run: make test")
    with browser.show(made.editions / name, width=width) as tab:
        tab.add_script_tag(path=engine)
        found = tab.evaluate(RUN_AXE, AXE_TAGS)
    report(record_property, rules_passed=found["passed"], violations=len(found["violations"]))
    assert found["violations"] == []
    assert found["passed"] > 20, "axe-core has hardly looked at the page"
