"""A drafted plan gone through line by line, talked over, and kept like other records."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..ask import review, terminal
from ..ask.parts import Part, as_plan, gone_through, parts_of, read_plan, still_in
from ..ask.plan_words import Names
from ..ask.showing import Review
from ..clinical.moments import read_date
from ..frozen import replace
from ..patterns import lazy
from .asking import Manner, decide, introduce, resumable
from .editing import by_editor, draft_of
from .proposal import comments, plain
from .recording import Done, Work, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..ask.parts import State
    from ..store.drafts import Draft as Left
    from .proposal import Proposal

_MARK = lazy(r"# Gone through: (?P<done>[0-9]{1,4}) of [0-9]{1,4} lines\.\n")
_ALL = 10_000


def by_lines(proposal: Proposal, manner: Manner, begun: Left | None = None) -> Done:
    """Go through the draft, talk the plan over, show it, keep it.

    Args:
        begun: a draft to go on with.

    Raises:
        KeyboardInterrupt: the user stopped; what was gone through is kept as a draft.
    """
    work = proposal.work
    if begun and not _ours(work, begun):
        terminal.say("This draft was written in the editor, so it opens there.")
        return by_editor(work, begun)
    if begun:
        parts, rest = _left(proposal, begun)
        day = read_date(rest.get("date"))
        work = replace(work, day=day) if day else work
    else:
        parts, rest = parts_of(proposal.lines), {**work.known, "assessment": proposal.assessment}
    draft = draft_of(work)
    if begun:
        draft.keep(begun.text)
        begun.discard()
    introduce(work, manner, f"{review.SIGNS}{review.STOPS}")
    for sentence in comments(proposal):
        for line in terminal.wrapped(plain(sentence), manner.columns, 0):
            terminal.say(manner.dim(line))
    return _Round(proposal, work, manner, draft).through(parts, rest)


def day_of(begun: Left) -> date | None:
    """The day that a draft is of; None where it says none."""
    data = resumable(without_mark(begun.text)) or {}
    told = data.get("date")
    return read_date(told) if isinstance(told, str) else None


def _ours(work: Work, begun: Left) -> bool:
    """Whether a draft is as going through it writes it, and nobody has changed it since."""
    body = without_mark(begun.text)
    held = resumable(body)
    return held is not None and text_of(work, held) == body


def without_mark(text: str) -> str:
    """A draft without the line that says how far it was gone through."""
    hit = _MARK.match(text)
    return text[hit.end() :] if hit else text


def _left(proposal: Proposal, begun: Left) -> tuple[tuple[Part, ...], dict[str, Any]]:
    """The lines of a draft that was left, and the other keys; reasons that the draft still has know their sources."""
    known = {str(reason): reason for line in proposal.draft.lines for reason in line.because}
    hit = _MARK.match(begun.text)
    data = resumable(without_mark(begun.text)) or {}
    done = int(hit["done"]) if hit else _ALL
    parts, rest = read_plan(data, known, done)
    if proposal.draft.open:  # a sign has come up since
        parts = tuple(part for part in parts if part.line.key in ("referrals", "withheld"))
        fresh = parts_of(proposal.lines)
        parts = (*(p for p in fresh if p.line not in [each.line for each in parts]), *parts)
    return parts, {**rest, **proposal.work.told}


class _Round:
    """One sitting with a draft: the lines, the agreement, and what becomes of the record."""

    def __init__(self, proposal: Proposal, work: Work, manner: Manner, draft: Left) -> None:
        self._proposal, self._work, self._manner, self._draft = proposal, work, manner, draft

    def through(self, parts: tuple[Part, ...], rest: dict[str, Any]) -> Done:
        """From the first line that is open to the end; `<` goes back from each stretch to the one before."""
        state: State = "open"
        start = next((n for n, part in enumerate(parts) if part.state == state), len(parts))
        while True:
            parts, how = review.go_through(parts, self._review(rest), start)
            if how == "ended":
                return self._leave()
            data, again = self._agreed(as_plan(parts, rest))
            rest = {**rest, **({"agreed": data["agreed"]} if "agreed" in data else {})}
            if again == "ended":
                return self._leave()
            if again == "done":
                answered = self._decided(data)
                if isinstance(answered, Done):
                    return answered
            start = max(0, len(parts) - 1) if parts else 0

    def _leave(self) -> Done:
        return Done(None, (), self._draft if self._draft.exists else None)

    def _review(self, rest: dict[str, Any]) -> Review:
        from .entries import citation
        from .planning_own import doubts, own

        opened = self._work.opened
        network = opened.house.network
        people = {each.id: each.name or each.id for each in (network.people if network else ())}
        names = Names(opened.library, people, _had(self._work))

        def keep(parts: Sequence[Part]) -> None:
            text = text_of(self._work, as_plan(parts, rest))
            done, all_ = gone_through(parts), len(still_in(parts))
            mark = f"# Gone through: {done} of {all_} lines.\n" if done < all_ else ""
            self._draft.keep(mark + text)

        return Review(
            opened.schemas, self._manner.dim, self._manner.columns, partial(doubts, opened.library),
            names.said, partial(citation, opened.library),
            own(self._work, self._manner.columns), keep, not self._proposal.draft.open,
        )  # fmt: skip

    def _agreed(self, data: dict[str, Any]) -> tuple[dict[str, Any], str]:
        """How the plan was talked through; nothing is asked of a referral alone."""
        from .planning_own import talked_over

        if self._proposal.draft.open:
            return data, "done"
        return talked_over(self._work, self._manner, data, self._draft)

    def _decided(self, data: dict[str, Any]) -> Done | None:
        answered = decide(self._work, self._manner, data, asked_all=True)
        if isinstance(answered, Done):
            self._draft.discard()
            return answered
        if answered in ("leave", "edit"):
            self._draft.keep(text_of(self._work, data))
            return by_editor(self._work, self._draft) if answered == "edit" else self._leave()
        return None


def _had(work: Work) -> int:
    """Visits kept before the day of a plan that takes the place of another or changes it; 0 where it is the first."""
    from ..clinical.course import courses
    from ..clinical.drafting.change import now_of

    known = courses(work.folder)
    now = now_of(known[-1], work.day.isoformat()) if known and known[-1].discharge is None else None
    return now.visits if now else 0


def edited(work: Work, proposal: Proposal | None, begun: Left | None) -> Done:
    """The draft in the editor, with its comments; an empty skeleton where there is nothing to draft."""
    if begun:
        body = without_mark(begun.text)
        if body != begun.text:
            begun.keep(body)
    if proposal is None or begun:
        return by_editor(work, begun)
    told = {k: v for k, v in proposal.data.items() if k not in work.known}
    return by_editor(replace(work, told={**work.told, **told}), None, head=comments(proposal))
