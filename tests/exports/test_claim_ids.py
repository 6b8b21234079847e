"""The ids of the claims on the five articles: whatever is read better, a link to a claim stays."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from build_tools.cli import main

GOLDEN = Path(__file__).with_name("claim-ids.txt")
ROOT = Path(__file__).parents[2]


def test_every_claim_keeps_its_id() -> None:
    done = CliRunner().invoke(main, ["--root", str(ROOT), "export", "claims"])
    ids = sorted(json.loads(line)["id"] for line in done.output.splitlines())
    assert ids == GOLDEN.read_text(encoding="utf-8").split()
