"""The ids of the claims on the five articles: however a claim is reworded, a link to it stays."""

from __future__ import annotations

from pathlib import Path

from tests.checked import ROOT, checked

GOLDEN = Path(__file__).with_name("claim-ids.txt")


def test_every_address_of_a_claim_still_leads_to_one() -> None:
    claims = checked(ROOT).dossier.claims
    lead_here = {id for claim in claims for id in (claim.id, *claim.was)}
    assert set(GOLDEN.read_text(encoding="utf-8").split()) <= lead_here
