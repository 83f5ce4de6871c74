"""`mplan check`: every file of a practice read, and every meaning checked."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from ..checks.base import ClientCase, Context
from ..checks.registry import client_checks, practice_checks
from ..findings import Finding, in_reading_order
from ..frozen import Frozen
from .clients import find_client
from .load import Opened, load_folder, open_files, open_practice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from ..store.files import Files

PAYS_FROM = 150
"""Clients from which on a second process is worth its start (measured in benchmarks/)."""

_CHUNK = 25


class Report(Frozen):
    """What a check found.

    Attributes:
        findings: in reading order, without the silenced ones.
        silenced: how many an `allow` with a reason silenced.
        clients, records: how many were looked at.
        client: folder of the one client that was looked at, where it was one.
    """

    findings: tuple[Finding, ...]
    silenced: int
    clients: int
    records: int
    client: str | None = None

    def count(self, severity: str) -> int:
        """How many findings of one severity."""
        return sum(f.severity == severity for f in self.findings)


class _Part(Frozen):
    findings: list[Finding]
    silenced: int
    clients: int
    records: int


def check_practice(
    root: Path,
    today: date,
    client: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    processes: int | None = None,
) -> Report:
    """Check a practice, or some clients of it.

    Args:
        client: the one client to look at, by any part of name or folder; when None all, and the practice's own files.
        progress: called with clients done and clients in all.
        processes: how many to use; by default two when there are many clients and cores.
    """
    opened = open_practice(root)
    codes = opened.files.codes() if client is None else [find_client(opened, client)]
    parts: list[_Part] = [_standing(opened, today)] if client is None else []
    done = 0
    for part in _parts(opened, codes, today, processes):
        parts.append(part)
        done += part.clients
        if progress:
            progress(done, len(codes))
    found = in_reading_order(f for part in parts for f in part.findings)
    clients, records = sum(p.clients for p in parts), sum(p.records for p in parts)
    return Report(tuple(found), sum(p.silenced for p in parts), clients, records, codes[0] if client else None)


def check_files(files: Files, codes: list[str], today: date) -> Report:
    """Check some clients, and the practice's own files, as they are or as they were."""
    opened = open_files(files)
    parts = [_standing(opened, today), _check_clients(opened, codes, today)]
    found = in_reading_order(f for part in parts for f in part.findings)
    return Report(tuple(found), sum(p.silenced for p in parts), len(codes), sum(p.records for p in parts))


def _standing(opened: Opened, today: date) -> _Part:
    context = Context(opened.house, opened.library, today)
    findings = [*opened.findings, *opened.files.stray(), *opened.library.check_own()]
    if opened.files.templates():
        from .templates import broken

        findings.extend(broken(opened.files))
    for check in practice_checks():
        findings.extend(check(context))
    kept = [f for f in findings if f.name not in (opened.house.practice.allow or {})]
    return _Part(kept, len(findings) - len(kept), 0, 0)


def _parts(opened: Opened, codes: list[str], today: date, processes: int | None) -> Iterator[_Part]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    workers = processes if processes is not None else (min(cores, 8) if len(codes) >= PAYS_FROM else 1)
    chunks = [codes[i : i + _CHUNK] for i in range(0, len(codes), _CHUNK)]
    if workers < 2:
        yield from (_check_clients(opened, chunk, today) for chunk in chunks)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(opened.files.root, today)) as pool:
        yield from pool.map(_work, chunks)


_worker: tuple[Opened, date] | None = None


def _start_worker(root: Path, today: date) -> None:
    global _worker
    _worker = (open_practice(root), today)


def _work(codes: list[str]) -> _Part:
    assert _worker is not None
    return _check_clients(_worker[0], codes, _worker[1])


def _check_clients(opened: Opened, codes: list[str], today: date) -> _Part:
    """Garbage collection rests while a chunk is read: its nodes are freed by reference counts alone."""
    context = Context(opened.house, opened.library, today)
    checks = client_checks()
    findings: list[Finding] = []
    silenced = records = 0
    enabled = gc.isenabled()
    gc.disable()
    try:
        for code in codes:
            found, hushed, n = _check_client(opened, context, checks, code)
            findings.extend(found)
            silenced += hushed
            records += n
    finally:
        if enabled:
            gc.enable()
    return _Part(findings, silenced, len(codes), records)


def _check_client(
    opened: Opened, context: Context, checks: list[Callable[[ClientCase], Iterable[Finding]]], code: str
) -> tuple[list[Finding], int, int]:
    loaded = load_folder(opened, code)
    case = ClientCase(loaded.folder, context)
    findings = loaded.findings
    for check in checks:
        findings.extend(check(case))
    folder = loaded.folder
    if any(entry.record.files for entry in folder.entries) or (folder.client and folder.client.files):
        from .papers import missing

        findings.extend(missing(opened.files, folder))
    records = len(loaded.folder.entries) + len(loaded.folder.left_out)
    if not findings:
        return findings, 0, records
    allowed = _allowed(case)
    kept = [f for f in findings if not (f.name in allowed[""] or f.name in allowed.get(f.span.file, ()))]
    return kept, len(findings) - len(kept), records


def _allowed(case: ClientCase) -> dict[str, set[str]]:
    """Names silenced by practice or client (under an empty file name) and by single records."""
    client = case.folder.client
    everywhere = {**(case.context.house.practice.allow or {}), **((client and client.allow) or {})}
    out = {"": set(everywhere)}
    for entry in case.folder.entries:
        if entry.record.allow:
            out[entry.document.file] = set(entry.record.allow)
    return out
