"""Run by the environment of linkml-reference-validator: for each line of JSON, whether it finds the quote."""

from __future__ import annotations

import json
import sys


def accepts(text: str, quote: str) -> bool:
    """Whether the validator finds the quote as supporting text of the text."""
    from linkml_reference_validator.models import ReferenceContent, ReferenceValidationConfig
    from linkml_reference_validator.validation.supporting_text_validator import SupportingTextValidator

    reference = ReferenceContent(reference_id="file:article", title="", content=text)
    found = SupportingTextValidator(ReferenceValidationConfig()).find_text_in_reference(quote, reference)
    return bool(found.found)


if __name__ == "__main__":
    for line in sys.stdin:
        given = json.loads(line)
        print("yes" if accepts(given["text"], given["quote"]) else "no")
