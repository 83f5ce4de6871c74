"""`mplan handout --all`: the handouts of all active clients, on as many cores as it pays."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import NotReadable, Stop, UsageError
from ..frozen import Frozen
from .handout import Asked, NoPlan, make_handout
from .judged import judge
from .language import words_of
from .load import Opened, open_practice
from .output import place, write
from .today import is_active

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor
    from datetime import date
    from pathlib import Path

    from .printing import Form

PAYS_FROM = 60
"""Clients from which on a second process is worth its start: a handout took 15 ms, a start 0.25 s (measured)."""

_CHUNK = 4
"""Clients a process takes at once: few, so that Ctrl-C is soon heard."""


class Batch(Frozen):
    """What the user asked for, the same for every client; see `handout.Asked`."""

    today: date
    forms: tuple[Form, ...]
    paper: str | None = None
    large: bool = False
    language: str | None = None


class Made(Frozen):
    """What became of one client's handout.

    Attributes:
        paths: where it lies, one path a form; none where it could not be made.
        remarks: what the therapist should know of it.
        problem: why there is none, or none in one of the forms: a sentence, and perhaps what to do.
        planned: whether the client has a plan in force at all, in a course that has not ended.
        doubtful: whether the checks of the sheet find more than a note on it.
    """

    code: str
    paths: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    problem: str = ""
    planned: bool = True
    doubtful: bool = False


def make_all(
    opened: Opened, batch: Batch, progress: Callable[[int, int], None] | None = None, processes: int | None = None
) -> Iterator[Made]:
    """Make and write the handout of every active client, in the order of their folders.

    Args:
        progress: called with clients done and clients in all.
        processes: how many to use; by default one for few clients, else one a core.

    Raises:
        NotReadable: one of the processes was ended from outside.
        UsageError: there are no words in the language asked for.
    """
    if batch.language is not None:
        words_of(opened, None, batch.language)
    codes = [code for code in opened.files.codes() if is_active(opened, code, batch.today)]
    chunks = [codes[i : i + _CHUNK] for i in range(0, len(codes), _CHUNK)]
    usual = min(_cores(), len(chunks)) if len(codes) >= PAYS_FROM else 1
    done = 0
    for part in _parts(opened, batch, chunks, processes or usual):
        done += len(part)
        if progress:
            progress(done, len(codes))
        yield from part


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _parts(opened: Opened, batch: Batch, chunks: list[list[str]], processes: int) -> Iterator[list[Made]]:
    if processes < 2:
        yield from ([_made(opened, batch, code) for code in chunk] for chunk in chunks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    fresh = get_context("spawn")  # a fork would take along the printer's threads, asleep for ever
    pool = ProcessPoolExecutor(processes, fresh, initializer=_start_worker, initargs=(opened.files.root, batch))
    try:
        yield from pool.map(_work, chunks)
    except BrokenProcessPool as broken:
        raise NotReadable("A process that made handouts was ended from outside.", "run it again") from broken
    finally:
        _end(pool)


def _end(pool: Executor) -> None:
    """What is under way is finished, what waits is not begun."""
    pool.shutdown(wait=True, cancel_futures=True)


_worker: tuple[Opened, Batch] | None = None


def _start_worker(root: Path, batch: Batch) -> None:
    """A process of its own: Ctrl-C is heard by the first one, which lets this one finish its client."""
    import signal

    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = (open_practice(root), batch)


def _work(codes: list[str]) -> list[Made]:
    assert _worker is not None
    return [_made(*_worker, code) for code in codes]


def _made(opened: Opened, batch: Batch, code: str) -> Made:
    try:
        return _make(opened, batch, code)
    except NoPlan:
        return Made(code, planned=False)
    except Stop as stop:
        return Made(code, problem=_sentence(stop))


def _make(opened: Opened, batch: Batch, code: str) -> Made:
    asked = Asked(code, batch.today, paper=batch.paper, large=batch.large, language=batch.language, by_alert=True)
    sheet = make_handout(opened, asked)
    if sheet.week is None:  # the course has ended: what goes on was handed over then
        return Made(code, planned=False)
    paths: list[str] = []
    remarks, problem, layout = list(sheet.remarks), "", None
    for form in batch.forms:
        try:
            each = sheet.printed(form)
        except UsageError as refused:  # no calendar without days; the page is made all the same
            problem = _sentence(refused)
            continue
        path = place(opened.files.root, code, f"{sheet.stem}.{form}")
        write(path, each.body)
        paths.append(str(path))
        remarks.extend(each.remarks)
        layout = each.layout or layout
    doubtful = any(finding.severity != "note" for finding in judge(opened, sheet, layout).findings)
    return Made(code, tuple(paths), tuple(remarks), problem, doubtful=doubtful)


def _sentence(stop: Stop) -> str:
    return f"{stop}{f' ({stop.help})' if stop.help else ''}"
