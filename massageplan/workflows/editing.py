"""A record written in the editor, and the draft it lies in until it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask.editor import edit
from ..ask.skeleton import skeleton
from ..store import drafts
from ..store.editor import command
from .keep import in_schema_order
from .recording import Done, judge, kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.drafts import Draft
    from .examine import Examined
    from .recording import Work


def by_editor(work: Work, begun: Draft | None, data: dict[str, Any] | None = None, head: Sequence[str] = ()) -> Done:
    """A record written in the editor.

    Args:
        begun: a draft to go on with.
        data: what is known so far, when it comes from questions.
        head: sentences that stand at the top as comments, and are not kept.
    """
    command()  # nothing is begun where there is no editor
    text = begun.text if begun else _skeleton(work, data or work.known, head)
    draft = draft_of(work)
    draft.keep(text)
    if begun and begun.path != draft.path:
        begun.discard()

    def judged(typed: str) -> Examined:
        return judge(work, typed, judge(work, typed, None).data)

    typed = edit(draft, text, lambda typed: judged(typed).errors, resumed=begun is not None)
    if typed is None:
        return given_up(draft, text, begun is not None or data is not None)
    typed = bare(typed, _skeleton(work, work.known, head))
    found = judged(typed)
    if found.data is None or found.errors:  # what was good with the comments is good without them
        return Done(None, found.findings, draft)
    if not work.sure(found.data):
        return Done(None, (), draft)
    done = kept(work, found, typed)
    draft.discard()
    return done


def given_up(draft: Draft, text: str, begun: bool) -> Done:
    """Nothing was kept; the draft stays if somebody has put work into it."""
    left = draft.text
    if not left.strip() or (left == text and not begun):
        draft.discard()
        return Done(None, untouched=bool(left.strip()))
    return Done(None, (), draft)


def bare(text: str, blank: str) -> str:
    """A record without the comments of its skeleton (`blank`); comments of the user's own stay."""
    ours = {line.rstrip() for line in blank.splitlines() if line.startswith("#")}
    return "".join(line for line in text.splitlines(keepends=True) if line.rstrip() not in ours).lstrip("\n")


def _skeleton(work: Work, known: dict[str, Any], head: Sequence[str] = ()) -> str:
    schemas = work.opened.schemas
    client = work.folder.client
    whose = [f"{client.name}  {work.folder.code}"] if client and client.name else []
    title = schemas.schema(work.kind)["title"]
    return skeleton(schemas, work.kind, in_schema_order(schemas, work.kind, known), [" ".join([title, *whose]), *head])


def draft_of(work: Work) -> Draft:
    """A draft of this process for the record in the making; the same whenever it is asked for."""
    stem = f"{work.day.isoformat()}-{work.kind}"
    return drafts.begin(work.root, work.folder.code, stem)
