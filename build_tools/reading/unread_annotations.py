"""Annotations that no person has read: a draft is a warning, and an error where the dossier says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.grouped import grouped
from build_tools.model import Annotation, MustBeRead
from build_tools.problem import Problem, Problems, Severity

HINT = "read each against the article, and write your name under it: `read_by: …`"


def unread_annotations(annotations: Iterable[Annotation], wanted: MustBeRead | None) -> Problems:
    """One problem for each file with annotations that a person should still read, at the first of them.

    Those that were drafted are a warning. Those that the dossier wants read are an error: with `drafted`
    these, with `all` every annotation.
    """
    unread = [one for one in annotations if not one.read_by and (one.drafted_by or wanted is MustBeRead.ALL)]
    severity = Severity.ERROR if wanted else Severity.WARNING
    return tuple(
        Problem(same[0].origin, "not-yet-read", _message(same), HINT, severity)
        for same in grouped(unread, lambda one: one.origin.path).values()
    )


def _message(unread: Sequence[Annotation]) -> str:
    """How many there are, and who drafted them."""
    drafters = sorted({one.drafted_by for one in unread if one.drafted_by})
    by = f" drafted by {', '.join(drafters)}" if drafters and all(one.drafted_by for one in unread) else ""
    count = len(unread)
    if count == 1:
        return f"this annotation{by} is not yet read by a person"
    return f"{count} annotations{by} are not yet read by a person; this is the first"
