"""A handout judged: what its checks find on the sheet, before it goes home with a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..checks.registry import sheet_checks
from ..checks.sheet import Given, SheetCase, Source
from ..clinical.age import born_in
from ..findings import in_reading_order
from ..frozen import Frozen
from ..store import resources
from ..text.reader import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..checks.sheet import Laid
    from ..clinical.course import Course, InForce
    from ..findings import Finding
    from ..records.folder import Folder
    from ..records.parts import Homework
    from .handout import Handout
    from .load import Opened


class Judged(Frozen):
    """What the checks of a sheet found.

    Attributes:
        findings: in reading order, without the silenced ones.
        silenced: how many an `allow` with a reason silenced.
    """

    findings: tuple[Finding, ...]
    silenced: int


def judge(opened: Opened, handout: Handout, laid: Laid | None = None) -> Judged:
    """Look at a handout; once it is written its words without a translation are known too.

    Args:
        laid: its pages, where it was laid out on paper.
    """
    house = (opened.house.practice, opened.library)
    missed = frozenset(handout.words.missed if handout.words else ())
    case = SheetCase(handout.view, handout.source, house, hard_words, laid, missed)
    found = in_reading_order(finding for check in sheet_checks(case) for finding in check(case))
    kept = [finding for finding in found if not _is_allowed(opened, handout, finding)]
    return Judged(tuple(kept), len(found) - len(kept))


def hard_words(language: str) -> Any:
    """The list of hard words of a language, as data; None where there is none."""
    raw = resources.hard_words(language)
    document = parse(f"library/words/hard-{language}.yaml", raw).document if raw else None
    return document.data if document else None


def source_of(
    opened: Opened, folder: Folder, course: Course, plan: InForce, lines: list[Homework], day: date
) -> Source:
    """What a handout of some lines is made from, on a day."""
    newest = [each for each in reversed(course.plans) if each.day is None or each.day <= day.isoformat()]
    given = tuple(_given(opened, plan, lines))
    return Source(given, plan.plan, tuple(newest), day, born_in(folder), folder.client)


def _given(opened: Opened, plan: InForce, lines: list[Homework]) -> Iterator[Given]:
    for line in lines:
        entry = next(entry for item, entry in plan.homework if item is line)
        listed = getattr(entry.record, "homework", ())
        n = next(n for n, item in enumerate(listed) if item is line)
        yield Given(entry, n, line, opened.library.item("exercise", line.do))


def _is_allowed(opened: Opened, handout: Handout, finding: Finding) -> bool:
    """By the practice, the client, the plan in force, or the record it stands in."""
    source = handout.source
    in_file = [given.entry.record for given in source.given if given.entry.document.file == finding.span.file]
    in_file += [entry.record for entry in source.plans if entry.document.file == finding.span.file]
    holders = (opened.house.practice, source.client, source.plan, *in_file)
    return any(finding.name in (holder.allow or {}) for holder in holders if holder is not None)
