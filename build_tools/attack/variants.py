"""A wrong variant of a claim: what is changed, where, and whether it happens to be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.attack.scene import Target
from build_tools.attack.truths import why_true
from build_tools.model import Annotation, Modality, Stance, Written, WrittenClaim
from build_tools.problem import Origin

DEFAULTS = {"stance": Stance.AFFIRMS, "modality": Modality.ASSERTED}


@dataclass(frozen=True, slots=True)
class Variant:
    """An annotation with one change.

    `before` is what the problems of the variant are compared with: the annotation without the change.
    `true` says why the variant is true all the same; it is then not tried.
    """

    annotation: Annotation
    before: Annotation
    origin: Origin
    change: str
    true: str = ""


def vary(target: Target, changed: WrittenClaim, origin: Origin, change: str, true: str = "") -> Variant:
    """The annotation with one claim changed."""
    claims = list(target.scene.annotation.claims)
    claims[target.at] = changed
    annotation = replace(target.scene.annotation, claims=tuple(claims))
    reason = true or why_true(target, changed)
    return Variant(annotation, target.scene.annotation, origin, change, reason)


def with_value(target: Target, texts: Iterable[str]) -> Iterator[Variant]:
    """The claim with another value, as an author would write it."""
    value = target.written.value
    if isinstance(value, Written):
        for text in texts:
            changed = replace(target.written, value=Written(text, value.origin))
            yield vary(target, changed, value.origin, f"{target.name}: {value.text} → {text}")


def with_subject(target: Target, subjects: Iterable[str], true: str = "") -> Iterator[Variant]:
    """What the claim says, said of another."""
    subject = target.written.subject
    for text in subjects:
        changed = replace(target.written, subject=Written(text, subject.origin))
        property = target.written.property
        said = f", {property.text}" if property else ""
        yield vary(target, changed, subject.origin, f"{subject.text} → {text}{said}", true)


def with_qualifier(target: Target, name: str, texts: Iterable[str], true: str = "") -> Iterator[Variant]:
    """The claim with another qualifier, and the claims that share it; an empty text leaves it out.

    It is true as well only where it is so of all of these claims.
    """
    old = qualifier_of(target.written, name)
    origin = old.origin if old else target.written.origin
    sharing = [one for one in target.scene.targets if old and qualifier_of(one.written, name) is old]
    for text in texts:
        new = Written(text, origin) if text else None
        made = {one.at: requalified(one.written, name, new) for one in sharing or [target]}
        claims = tuple(made.get(at, one) for at, one in enumerate(target.scene.annotation.claims))
        reasons = [true or why_true(one, made[one.at]) for one in sharing or [target]]
        annotation = replace(target.scene.annotation, claims=claims)
        none = DEFAULTS.get(name, "none")
        change = f"{target.name}, {name.rstrip('_')}: {old.text if old else none} → {text or none}"
        yield Variant(annotation, target.scene.annotation, origin, change, reasons[0] if all(reasons) else "")


def own_qualifier(target: Target, name: str) -> Written | None:
    """A qualifier of the claim; of those that an annotation gives to all its claims, of the first alone."""
    written = qualifier_of(target.written, name)
    first = next(one for one in target.scene.targets if qualifier_of(one.written, name) is written)
    return written if first.at == target.at else None


def qualifier_of(claim: WrittenClaim, name: str) -> Written | None:
    """One of the qualifiers that are words of the contributor."""
    found = getattr(claim.qualifiers, name)
    return found if isinstance(found, Written) else None


def requalified(claim: WrittenClaim, name: str, written: Written | None) -> WrittenClaim:
    """A claim with one of its qualifiers changed."""
    changes: dict[str, Written | None] = {name: written}
    return replace(claim, qualifiers=replace(claim.qualifiers, **changes))  # type: ignore[arg-type]
