"""How many annotations of an article a person has read."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Anchored, ReaderCount


def count_readers(anchored: Iterable[Anchored]) -> ReaderCount:
    """How many annotations a person has read: those that say so with `read_by:`."""
    annotations = [one.annotation for one in anchored]
    unread = [one for one in annotations if not one.read_by]
    drafts = sum(1 for one in unread if one.drafted_by)
    return ReaderCount(len(annotations), len(annotations) - len(unread), drafts)


def is_unread_draft(found: Anchored) -> bool:
    """Whether an annotation was drafted, and no person has read it since."""
    return bool(found.annotation.drafted_by) and not found.annotation.read_by
