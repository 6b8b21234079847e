"""What is not annotated yet in an article, as YAML to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.contributing.candidates import candidates
from build_tools.contributing.yaml_text import scalar, unbroken, value_said, yaml_entry
from build_tools.findings.coverage import coverage
from build_tools.model import (
    Annotation,
    Dossier,
    Mention,
    Reading,
    Selector,
    Source,
    SourceId,
    Span,
    Written,
)
from build_tools.reading.slips import ODD
from build_tools.text.anchoring import anchor
from build_tools.text.paragraphs import line_of, sentence_around

REACHES = (6, 12, 24, 48)


@dataclass(frozen=True, slots=True)
class Left:
    """A sentence with something in it that no annotation has taken up."""

    sentence: Span
    values: tuple[Reading, ...]
    names: tuple[Mention, ...]


def suggest(dossier: Dossier, id: SourceId) -> tuple[str, ...]:
    """An annotation to fill in for each sentence that holds something unread, in the article's order."""
    source = dossier.inputs.sources[id]
    whole = {span for one in dossier.anchored if one.citation.source == id for span in one.citation.spans}
    return tuple(
        quoted_sentence_note(left, source)
        if left.sentence in whole
        else suggested_annotation(left, source, dossier)
        for left in leavings(dossier, id)
    )


def leavings(dossier: Dossier, id: SourceId) -> tuple[Left, ...]:
    """The sentences that hold a figure or date without a claim, or a name that no quote covers."""
    source = dossier.inputs.sources[id]
    covered = next(one for one in coverage(dossier) if one.source == id)
    unread: list[Reading] = [*covered.uncited_figures, *covered.uncited_dates]
    values = sorted(unread, key=lambda one: one.span.start)
    quoted = [span for one in dossier.anchored if one.citation.source == id for span in one.citation.spans]
    there = mentions_in(source, dossier)
    names = [one for one in there if not one.span.is_within(quoted)]
    spans = [one.span for one in (*values, *names)]
    sentences = sorted({sentence_around(source.text, span) for span in spans}, key=lambda one: one.start)
    return tuple(
        Left(
            sentence,
            tuple(one for one in values if one.span.is_within([sentence])),
            tuple(one for one in there if one.span.is_within([sentence])),
        )
        for sentence in sentences
    )


def mentions_in(source: Source, dossier: Dossier) -> tuple[Mention, ...]:
    """Every name in one article."""
    return tuple(one for one in dossier.mentions if one.source == source.id)


def quoted_sentence_note(left: Left, source: Source) -> str:
    """What is left in a sentence that is already quoted whole; nothing to paste."""
    raws = [value.raw for value in left.values] or [mention.raw for mention in left.names]
    return f"# line {line_of(source.text, left.sentence.start)} is quoted; left in it: {shown_words(raws)}\n"


def suggested_annotation(left: Left, source: Source, dossier: Dossier) -> str:
    """An annotation: the sentence, its readings, and possible claims, as comments."""
    sentence = source.text[left.sentence.start : left.sentence.end]
    beside = beside_of(left.sentence, source)
    lines = [f"# line {line_of(source.text, left.sentence.start)}"]
    if beside is None:
        return f"{lines[0]}: this sentence occurs more than once, with the same words around it\n"
    lines += [f"- {yaml_entry('quote', sentence).replace(chr(10), chr(10) + '  ')}"]
    lines += [f"  {key}: {scalar(words)}" for key, words in beside.items()]
    lines += [] if source.language == "en" else ["  # translation: into English"]
    if left.names:
        lines.append(f"  # names: {shown_words(f'{one.raw} = {one.entity}' for one in left.names)}")
    lines += [f"  # {unbroken(line)}" for line in suggested_claims(left, sentence, dossier)]
    return "".join(f"{line}\n" for line in lines)


def suggested_claims(left: Left, sentence: str, dossier: Dossier) -> Iterator[str]:
    """The possible claims about the values, each above those of other articles."""
    if left.values:
        yield "claims:"
    for value in left.values:
        found = candidates(value, sentence, (mention.entity for mention in left.names), dossier)
        for candidate in found:
            if candidate.elsewhere:
                yield f"  # elsewhere: {shown_words(candidate.elsewhere)}"
            yield f"  - {candidate.claim}"
        if not found:
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
