"""The ids of the claims on the five articles: however a claim is reworded, a link to it stays."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from build_tools.cli import main

GOLDEN = Path(__file__).with_name("claim-ids.txt")
ROOT = Path(__file__).parents[2]


def test_every_address_of_a_claim_still_leads_to_one() -> None:
    done = CliRunner().invoke(main, ["--root", str(ROOT), "export", "claims"])
    claims = [json.loads(line) for line in done.output.splitlines()]
    lead_here = {id for claim in claims for id in (claim["id"], *claim["was"])}
    assert set(GOLDEN.read_text(encoding="utf-8").split()) <= lead_here
