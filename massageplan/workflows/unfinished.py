"""Grave warning signs that were answered in drafts: no record has them yet, and the client has them all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..clinical.screening import acts, open_flags
from ..frozen import Frozen
from ..records.folder import Entry, in_order
from ..records.kinds import DATED, Misfit, build, read_stem
from ..schema.gate import admit
from ..store.drafts import all_drafts
from ..text.reader import parse
from ..text.writer import write
from .recording import command_for

if TYPE_CHECKING:
    from ..clinical.screening import Act
    from ..records.folder import Folder
    from ..store.drafts import Draft
    from .load import Opened


class Unfinished(Frozen):
    """A draft in which grave signs were answered yes or unsure.

    Attributes:
        signs: the gravest first; those that are open by the client's records too are left out.
    """

    draft: Draft
    signs: tuple[Act, ...]

    @property
    def why(self) -> str:
        """Half a sentence: `emergency answered in an unfinished assessment: Cauda equina`."""
        word = "emergency" if self.signs[0].action == "emergency" else "warning sign"
        names = ", ".join(act.name for act in self.signs)
        return f"{word} answered in an unfinished {kind_of(self.draft)}: {names}"


def kind_of(draft: Draft) -> str:
    """The kind of record a draft may become."""
    named = read_stem(draft.stem)
    return named.kind if named else draft.stem.rpartition("-")[2]


def go_on(draft: Draft) -> str:
    """The command that offers a draft again."""
    return f"mplan edit {draft.of} {draft.stem}" if draft.edits else command_for(kind_of(draft), draft.of)


def signs_left(opened: Opened, folder: Folder) -> list[Unfinished]:
    """The client's drafts that nobody is at work on and in which a grave sign was answered."""
    drafts = (draft for draft in all_drafts(opened.files.root) if draft.of == folder.code and draft.left_alone)
    return [found for draft in drafts if (found := signs_in(opened, folder, draft))]


def signs_in(opened: Opened, folder: Folder, draft: Draft) -> Unfinished | None:
    """The grave signs that a draft would open; None where it opens none, or its answers cannot be read."""
    entry = _entry(opened, draft)
    if entry is None:
        return None
    others = [e for e in folder.entries if not (draft.edits and e.stem == draft.stem)]
    known = {answer.id for answer in open_flags(folder.entries, opened.library)}
    fresh = [a.id for a in open_flags(in_order([*others, entry]), opened.library) if a.id not in known]
    signs = tuple(act for id in fresh if (act := acts(opened.library, id)))
    return Unfinished(draft, signs) if signs else None


def _entry(opened: Opened, draft: Draft) -> Entry | None:
    """The answers to warning signs of a draft as a record; what else stands in it may be half written."""
    named = read_stem(draft.stem)
    read = parse("draft", draft.text.encode("utf-8", "surrogateescape")).document if named else None
    data: Any = read.data if read is not None else None
    if named is None or named.kind not in DATED or not isinstance(data, dict) or not data.get("screening"):
        return None
    kept = {key: data[key] for key in ("date", "screening") if key in data}
    document = parse("draft", write(kept).encode("utf-8", "surrogateescape")).document
    admitted = admit(opened.schemas, named.kind, document)[0] if document is not None else None
    record: Any = build(named.kind, admitted) if admitted is not None else None
    if document is None or record is None or isinstance(record, Misfit):
        return None
    return Entry(named.text, named.kind, named.moment, named.dated, record, document)
