"""Wrong annotations made by hand: one change of a right one, and what the check makes of it.

`tests/cases/wrong-<name>.md` changes the annotations of `tests/dossiers/<name>`. A case is a file below
`sources/`, then the lines to take out, each after `-`, and those to put in, each after `+`; a space after
the sign may be left out. It is expected to be `stopped`, or at least `warned` of. A heading `# …` above
some cases says of what kind they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from build_tools.evidence.proving.article_readings import ArticleReadings, open_articles
from build_tools.evidence.proving.prove_article import prove_annotation, settle
from build_tools.evidence.proving.quoted_passage import passage_of
from build_tools.model import Annotation, Claim, Inputs, SourceId
from build_tools.problem import Problem, Severity
from build_tools.reading.assembling import understand
from build_tools.reading.files import ArticleFiles, Files, find_files
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.naming_ids import name_all
from build_tools.reading.parse_annotations import parse_annotations
from build_tools.reading.yaml_nodes import parse_yaml
from build_tools.text.anchoring import anchor
from build_tools.text.mentions import find_mentions
from tests.cases import Case, cases_in

Found = Counter[tuple[str, str, Severity]]
KIND = re.compile(r"^# (.+)$", re.MULTILINE)


class WrongEditError(ValueError):
    """An edit that does not apply just once, or a file that does not say what it should."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One case: which file, what is taken out and put in, and what the check must do."""

    kind: str
    title: str
    path: str
    taken: tuple[str, ...]
    put: tuple[str, ...]
    expected: str

    def applied(self, text: str) -> str:
        """The text of the file with the change made."""
        for sign in ("", " "):
            taken, put = (_block(lines, sign) for lines in (self.taken, self.put))
            if taken and put is not None and text.count(taken) == 1:
                return text.replace(taken, put)
        raise WrongEditError(f"{self.title}: what is taken out does not occur just once in {self.path}")


def _block(lines: Iterable[str], sign: str) -> str | None:
    """Lines without the blank that may stand after their sign; nothing where one of them has none."""
    given = tuple(lines)
    if not all(line.startswith(sign) for line in given):
        return None
    return "".join(f"{line.removeprefix(sign)}\n" for line in given)


def read_edits(text: str, name: str) -> list[Edit]:
    """The edits of one file of cases."""
    kinds = [(found.start(), found[1]) for found in KIND.finditer(text)]
    edits = []
    for case in cases_in(text, name):
        place = text.index(f"\n## {case.title}\n")
        edits.append(_edit(case, [kind for at, kind in kinds if at <= place][-1]))
    return edits


def _edit(case: Case, kind: str) -> Edit:
    path, *lines = case.input.split("\n")
    taken = tuple(line[1:] for line in lines if line.startswith("-"))
    put = tuple(line[1:] for line in lines if line.startswith("+"))
    if len(taken) + len(put) != len(lines) or case.expected not in ("stopped", "warned"):
        raise WrongEditError(f"{case.title}: a path, lines with `-` or `+`; `stopped` or `warned`")
    return Edit(kind, case.title, path, taken, put, case.expected)


@dataclass(frozen=True)
class Story:
    """A dossier of which the annotations of one article are changed at a time; all else is read once."""

    root: Path

    @cached_property
    def files(self) -> Files:
        return find_files(self.root)[0]

    @cached_property
    def inputs(self) -> Inputs:
        return understand(self.files)[0]

    @cached_property
    def names(self) -> KnownIds:
        return name_all(self.files, self.inputs.vocabulary)[0]

    @cached_property
    def articles(self) -> Mapping[SourceId, ArticleReadings]:
        mentions, _ = find_mentions(self.inputs.sources, self.inputs.entities)
        return open_articles(self.inputs, mentions)

    @cached_property
    def right(self) -> Mapping[SourceId, Found]:
        """What is found in each article as it is."""
        texts = {one.id: "\n".join(one.annotations.document.lines) for one in self.files.articles}
        return {one.id: self.problems(one, texts[one.id]) for one in self.files.articles}

    def article(self, path: str) -> ArticleFiles:
        """The article whose annotations are in a file."""
        return next(one for one in self.files.articles if one.annotations.path == f"sources/{path}")

    def outcome(self, edit: Edit) -> str:
        """What the check finds anew: `stopped` by an error, `warned`, or `missed`."""
        article = self.article(edit.path)
        changed = edit.applied("\n".join(article.annotations.document.lines))
        found = self.problems(article, changed) - self.right[article.id]
        severities = {severity for *_, severity in found}
        if Severity.ERROR in severities:
            return "stopped"
        return "warned" if severities else "missed"

    def problems(self, article: ArticleFiles, text: str) -> Found:
        """Every problem of one article's annotations: read, anchored, proven and settled."""
        document, slips = parse_yaml(text, article.annotations.path)
        annotations, unread = parse_annotations(document, article.id, self.names)
        if slips:
            raise WrongEditError(f"{article.annotations.path}: {slips[0].message}")
        return Counter(map(_known, (*unread, *self._unproven(annotations, article.id))))

    def _unproven(self, annotations: tuple[Annotation, ...], source: SourceId) -> list[Problem]:
        anchored, orphans = anchor(annotations, {source: self.inputs.sources[source]})
        problems: list[Problem] = list(orphans)
        claims: list[Claim] = []
        for one in anchored:
            proven, wrong = prove_annotation(one, passage_of(one, self.articles), self.inputs)
            claims += proven
            problems += wrong
        return [*problems, *settle(claims)[1]]


def _known(problem: Problem) -> tuple[str, str, Severity]:
    return problem.code, problem.message, problem.severity


@dataclass(frozen=True, slots=True)
class Tried:
    """An edit of a story, and what became of it."""

    story: str
    edit: Edit
    outcome: str

    def __str__(self) -> str:
        return f"{self.story}: {self.edit.kind}: {self.edit.title} [{self.edit.expected}: {self.outcome}]"


def tried(name: str, cases: Path, dossiers: Path) -> list[Tried]:
    """Every edit of one story, tried."""
    story = Story(dossiers / name)
    edits = read_edits((cases / f"wrong-{name}.md").read_text("utf-8"), f"wrong-{name}.md")
    return [Tried(name, edit, story.outcome(edit)) for edit in edits]


def table(found: Iterable[Tried]) -> str:
    """How many of each kind were caught, and how many of those that should be stopped were."""
    counts = Counter((one.edit.kind, one.outcome) for one in found)
    kinds = dict.fromkeys(kind for kind, _ in counts)
    lines = [f"{'kind':50}{'stopped':>9}{'warned':>9}{'missed':>9}"]
    for kind in kinds:
        numbers = (counts[kind, outcome] for outcome in ("stopped", "warned", "missed"))
        lines.append(f"{kind:50}{''.join(f'{number:9}' for number in numbers)}")
    return "\n".join(lines)
