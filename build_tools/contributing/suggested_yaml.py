"""Suggestions as YAML to paste, or as comments in `annotations.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.contributing.suggesting import Left, Rank, Suggestion
from build_tools.contributing.yaml_text import scalar, unbroken, value_said, yaml_entry
from build_tools.model import Annotation, Dossier, Selector, Source, SourceId, Span, Written
from build_tools.reading.slips import ODD
from build_tools.text.anchoring import anchor
from build_tools.text.paragraphs import line_of

REACHES = (6, 12, 24, 48)
REASONS = {
    Rank.KNOWN: "of what the dossier knows",
    Rank.DISPUTE: "a denial or an accusation",
    Rank.VALUE: "a value",
    Rank.NAME: "a name",
}


def suggested_entries(dossier: Dossier, id: SourceId, made: Iterable[Suggestion]) -> tuple[str, ...]:
    """An annotation to fill in for each suggestion; a note where its sentence is already quoted whole."""
    source, languages = dossier.inputs.sources[id], dossier.inputs.settings.languages
    untranslated = source.language != "en" and "en" in languages
    whole = {span for one in dossier.anchored if one.citation.source == id for span in one.citation.spans}
    return tuple(
        quoted_sentence_note(one.left, source)
        if one.sentence in whole
        else suggested_annotation(one, source, untranslated)
        for one in made
    )


def suggestions_in_order(made: Iterable[Suggestion]) -> list[Suggestion]:
    """Suggestions as an `annotations.yaml` has them."""
    return sorted(made, key=lambda one: one.sentence.start)


def reason(one: Suggestion) -> str:
    """Why a sentence is suggested."""
    return f"also in {', '.join(one.sources[:3])}" if one.rank is Rank.SHARED else REASONS[one.rank]


def quoted_sentence_note(left: Left, source: Source) -> str:
    """What is left in a sentence that is already quoted whole; nothing to paste."""
    raws = [value.raw for value in left.values] or [mention.raw for mention in left.names]
    return f"# line {line_of(source.text, left.sentence.start)} is quoted; left in it: {shown_words(raws)}\n"


def suggested_annotation(one: Suggestion, source: Source, untranslated: bool) -> str:
    """An annotation: the sentence, its readings, and possible claims, as comments."""
    place, names = one.sentence, one.left.names
    sentence = source.text[place.start : place.end]
    beside = beside_of(place, source)
    line = f"# line {line_of(source.text, place.start)}"
    if beside is None:
        return f"{line}: this sentence occurs more than once, with the same words around it\n"
    lines = [f"{line}: {reason(one)}"]
    lines += [f"- {yaml_entry('quote', sentence).replace(chr(10), chr(10) + '  ')}"]
    lines += [f"  {key}: {scalar(words)}" for key, words in beside.items()]
    lines += ["  # translation: into English"] * untranslated
    if names:
        lines.append(f"  # names: {shown_words(f'{one.raw} = {one.entity}' for one in names)}")
    lines += [f"  # said_by: {one.said_by}"] * bool(one.said_by)
    lines += [f"  # {unbroken(line)}" for line in suggested_claims(one)]
    return "".join(f"{line}\n" for line in lines)


def suggested_claims(one: Suggestion) -> Iterator[str]:
    """The possible claims, each below those of other articles, and the values that none takes."""
    if one.claims or one.values:
        yield "claims:"
    for candidate in one.claims:
        if candidate.elsewhere:
            yield f"  # elsewhere: {shown_words(candidate.elsewhere)}"
        yield f"  - {candidate.claim}"
    for value in one.values:
        yield f"  - …: {value_said(value)}"


def shown_words(words: Iterable[str]) -> str:
    """Words in a row, each once, for a comment: without what no YAML file may hold, not even there."""
    return ODD.sub("", ", ".join(dict.fromkeys(words)))


def beside_of(sentence: Span, source: Source) -> Mapping[str, str] | None:
    """The prefix or suffix that a sentence needs to be found; nothing where none helps."""
    before, after = source.text[: sentence.start], source.text[sentence.end :]
    tries: list[dict[str, str]] = [{}]
    tries += [{"prefix": words} for reach in REACHES if (words := one_line(before[-reach:]))]
    tries += [{"suffix": words} for reach in REACHES if (words := one_line(after[:reach]))]
    words = source.text[sentence.start : sentence.end]
    return next((tried for tried in tries if is_found(words, tried, source)), None)


def one_line(text: str) -> str:
    """The words with single spaces between them."""
    return " ".join(text.split())


def is_found(words: str, beside: Mapping[str, str], source: Source) -> bool:
    """Whether the quote leads to one place."""
    selector = Selector((Written(words),), beside.get("prefix", ""), beside.get("suffix", ""))
    _, problems = anchor((Annotation(source.id, selector),), {source.id: source})
    return not problems


def new_only(entries: Sequence[str], text: str) -> tuple[str, ...]:
    """The suggestions whose quote the file does not hold yet, not even in a comment."""
    return tuple(entry for entry in entries if quote_line(entry) and quote_line(entry) not in text)


def quote_line(entry: str) -> str:
    """The words of a suggestion's quote as the file has them."""
    lines = entry.split("\n")
    if len(lines) < 3 or not lines[1].startswith("- quote"):
        return ""
    return (lines[2] if lines[1].endswith("|-") else lines[1]).strip()


def as_comments(entry: str) -> str:
    """A suggestion of which nothing is read until its `# ` is taken away.

    >>> as_comments("- quote: x\\n  # note\\n")
    '# - quote: x\\n#   # note\\n'
    """
    return "".join(f"# {line}\n" for line in entry.splitlines())


def with_suggestions(text: str, entries: Sequence[str]) -> str:
    """An `annotations.yaml` with the new suggestions at its end, as comments."""
    added = [as_comments(entry) for entry in new_only(entries, text)]
    whole = text if text.endswith("\n") or not text else f"{text}\n"
    return whole + "".join(f"\n{entry}" for entry in added)
