"""Keeps what the files of a dossier say from one run to the next, in `build/cache/`.

What an article says is kept under the digest of its files and of all that is of no article; so a file that
has not changed is neither parsed nor understood again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from operator import is_
from typing import TYPE_CHECKING

from build_tools.cache.kept_files import KeptFiles
from build_tools.cache.packed import packed_bytes, plain_bytes, unpacked
from build_tools.cache.tool_digest import digest_of_tool
from build_tools.evidence.source_proofs import Common, SourceTask
from build_tools.model import Inputs, Settings, SourceId
from build_tools.reading.assembling import ArticleRead, RestRead
from build_tools.reading.files import AnnotationIds, ArticleFiles, Files
from build_tools.reading.known_ids import KnownIds
from build_tools.reading.nearest_words import MOST_COMPARED

if TYPE_CHECKING:
    from build_tools.reading.understanding import Understanding

REST = "rest"


@dataclass(frozen=True, slots=True)
class _Article:
    """What was read of an article, packed, given the `names` of the dossier.

    `source` and `whole` are digests: of the article, and of it with what is annotated in it.
    """

    names: bytes
    ids: frozenset[str] | None
    source: bytes
    whole: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class _Rest:
    """What was read of the rest and all ids, packed, and the digest of what proofs take of it."""

    common: bytes
    names: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class _Known:
    """What this run has read of an article, and its digests."""

    read: ArticleRead
    source: bytes
    whole: bytes


class _Given:
    """The files of a dossier and the ids in them, which are looked for only where something is read."""

    def __init__(self, files: Files, ids: AnnotationIds) -> None:
        self.files = files
        self.ids = ids
        self.digest = digest_of_names(files, ids)
        self.kept_names: bytes | None = None

    @cached_property
    def understood(self) -> Understanding:
        """The files, to be understood."""
        from build_tools.reading.understanding import Understanding  # with all that validates

        return Understanding(self.files, self.ids)

    @cached_property
    def names(self) -> KnownIds:
        """Every id, kept or found now."""
        kept = unpacked(self.kept_names) if self.kept_names else None
        return kept if isinstance(kept, KnownIds) else self.understood.names


class KeptReading:
    """Reads a dossier, as far as it has changed; then it knows the digest of each thing that it read."""

    def __init__(self, articles: KeptFiles, rest: KeptFiles) -> None:
        """Two folders of the cache: one for what is of articles, and one for what is of none."""
        self._articles = articles
        self._rest = rest
        self._known: dict[SourceId, _Known] = {}
        self._common: tuple[RestRead, bytes] | None = None

    def read(self, files: Files) -> tuple[RestRead, Iterable[ArticleRead]]:
        """What the files say."""
        digests = {one.id: digest_of_files(one) for one in files.articles}
        kept = {id: self._load(id, digest) for id, digest in digests.items()}
        ids = {one.id: found.ids if (found := kept[one.id]) else one.annotation_ids for one in files.articles}
        given = _Given(files, ids)
        rest = self._read_rest(given)
        self._articles.prune(kept)
        return rest, self._each(given, rest.settings, kept, digests)

    def digest_of_task(self, task: SourceTask) -> bytes:
        """The digest of an article and what is annotated in it."""
        known = self._known.get(task.source.id)
        own = known.read.annotations if known else ()
        same = known and known.read.source is task.source and len(own) == len(task.annotations)
        if known and same and all(map(is_, own, task.annotations)):
            return known.whole
        return sha256(plain_bytes((task.source, task.annotations))).digest()

    def digest_of_common(self, common: Common) -> bytes:
        """The digest of what is of no article, and of the tool."""
        given, rest = common.inputs, self._common[0] if self._common else None
        if self._common and rest and rest.entities is given.entities and rest.settings is given.settings:
            digest = self._common[1]
        else:
            digest = _digest_of_common(given.settings, given.vocabulary, given.entities)
        return sha256(digest_of_tool() + digest + plain_bytes(sorted(common.credited))).digest()

    def digest_of_sources(self, inputs: Inputs) -> bytes:
        """The digest of all articles, whatever is annotated in them, and of the tool."""
        made = sha256(digest_of_tool())
        for id, source in inputs.sources.items():
            known = self._known.get(id)
            is_known = known is not None and known.read.source is source
            made.update(known.source if known and is_known else sha256(plain_bytes(source)).digest())
        return made.digest()

    def _load(self, id: SourceId, digest: bytes) -> _Article | None:
        found = self._articles.value(id, digest)
        return found if isinstance(found, _Article) else None

    def _read_rest(self, given: _Given) -> RestRead:
        kept = self._rest.value(REST, given.digest)
        if isinstance(kept, _Rest):
            read = self._rest.unpacked(f"{REST}/body", kept.body)
            if isinstance(read, RestRead):
                given.kept_names = kept.names
                self._common = read, kept.common
                return read
        rest, whole = given.understood.rest, given.names.effort.left
        digest = _digest_of_common(rest.settings, rest.vocabulary, rest.entities)
        if whole == MOST_COMPARED:
            self._rest.save(
                REST, given.digest, packed_bytes(_Rest(digest, packed_bytes(given.names), packed_bytes(rest)))
            )
        self._common = rest, digest
        return rest

    def _each(
        self,
        given: _Given,
        settings: Settings,
        kept: Mapping[SourceId, _Article | None],
        digests: Mapping[SourceId, bytes],
    ) -> Iterator[ArticleRead]:
        for one in given.files.articles:
            found = kept[one.id]
            same = found is not None and found.names == given.digest
            read = self._articles.unpacked(f"{one.id}/body", found.body) if found and same else None
            if found and isinstance(read, ArticleRead):
                self._known[one.id] = _Known(read, found.source, found.whole)
                yield read
            else:
                yield self._read_article(one, given, settings, digests[one.id])

    def _read_article(
        self, files: ArticleFiles, given: _Given, settings: Settings, digest: bytes
    ) -> ArticleRead:
        """What one article says, read now; kept where no hint was looked for, of which there is an end."""
        from build_tools.reading.understanding import understand_article  # with all that validates

        before = given.names.effort.left
        read = understand_article(files, given.names, settings)
        source = sha256(plain_bytes(read.source)).digest()
        all_of_it = sha256(plain_bytes((read.source, read.annotations))).digest()
        self._known[files.id] = _Known(read, source, all_of_it)
        if given.names.effort.left == before:
            made = _Article(given.digest, files.annotation_ids, source, all_of_it, packed_bytes(read))
            self._articles.save(files.id, digest, packed_bytes(made))
        return read


def digest_of_files(article: ArticleFiles) -> bytes:
    """The digest of the files of one article as they are, and of the tool, whose types it is kept in."""
    yaml = [(file.path, file.data, file.most) for file in (article.about, article.annotations)]
    received = article.article
    earlier = [(day, one.text, sorted(one.kept.items())) for day, one in sorted(received.versions.items())]
    given = (yaml, received.text, sorted(received.kept.items()), earlier)
    return sha256(digest_of_tool() + plain_bytes(given)).digest()


def digest_of_names(files: Files, ids: AnnotationIds) -> bytes:
    """The digest of all that the reading of one article rests on beside its files, and of the tool."""
    yaml = [(file.path, file.data, file.most) for file in files.of_no_article]
    named = [(id, sorted(own) if own is not None else None) for id, own in sorted(ids.items())]
    given = (files.prefix, yaml, files.scores, files.locales, named)
    return sha256(digest_of_tool() + plain_bytes(given)).digest()


def _digest_of_common(*told: object) -> bytes:
    return sha256(plain_bytes(told)).digest()
