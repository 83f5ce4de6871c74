"""`mplan save`: what was made or changed by hand is checked, and each record committed by itself."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..errors import NotReadable
from ..findings import Finding
from ..frozen import Frozen
from ..records.folder import Folder
from ..records.kinds import CODE, read_stem
from ..span import Span
from ..store.changes import Changes
from ..store.git import Git, required
from ..store.steps import listed
from ..store.unsaved import Unsaved, unsaved
from ..text.guard import two_versions
from ..text.reader import parse
from .examine import examine
from .find import Named
from .load import load_folder
from .move import strikes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from .load import Opened
    from .me import Me


class Saved(Frozen):
    """What save did.

    Attributes:
        commits: their messages, in the order in which they were made.
        findings: errors in records, which were left for that.
        left: other files that were left.
    """

    commits: tuple[str, ...]
    findings: tuple[Finding, ...]
    left: tuple[Left, ...]


class Left(Frozen):
    """A file that was left as it is, not saved: why, and what to do."""

    file: str
    because: str
    help: str


class _Group(Frozen):
    """Files that go into one commit."""

    message: str
    files: tuple[str, ...]


class _Look(Frozen):
    """What records are judged by; each client's folder is read once."""

    opened: Opened
    today: date
    folder: Callable[[str], Folder]


def save(opened: Opened, me: Me, today: date, waiting: Callable[[], None], client: str | None = None) -> Saved:
    """Check and commit what git does not have, each record by itself.

    A record with an error in it, or one that was deleted by hand, is left and told. A merge that is under way is
    finished first, if nothing is left to settle in it.
    """
    git = required(opened.files.root)
    look = _Look(opened, today, cache(lambda code: load_folder(opened, code).folder))
    findings: list[Finding] = []
    groups: list[_Group] = []
    left: list[Left] = []
    with Changes(opened.files.root, waiting) as changes:  # what is looked at must not be another's that is under way
        merged = git.is_merging
        if merged and not _finished(git, look, me, left):
            return Saved((), (), tuple(left))
        moved, found = _moves(git, unsaved(git, client))
        for each in found:
            group = _judged(look, each, findings)
            if isinstance(group, Left):
                left.append(group)
            elif group is not None:
                groups.append(group)
        groups = [*(both for both in moved if _fits(look, both, findings)), *_joined(groups)]
        for group in groups:
            changes.include(group.files)
            changes.commit(group.message, me.person)
    messages = [*(["merge"] if merged else []), *(group.message for group in groups)]
    return Saved(tuple(messages), tuple(findings), tuple(left))


def _finished(git: Git, look: _Look, me: Me, left: list[Left]) -> bool:
    """Commit a merge in which every file is settled; else say of each what to do.

    Raises:
        NotReadable: it is a rebase or the like, which only git can go on with.
    """
    meeting = [u for u in unsaved(git) if u.state in ("conflict", "one-sided")]
    left.extend(each for u in meeting if (each := _unsettled(look, u)))
    if left:
        return False
    if not (git.folder / "MERGE_HEAD").exists():
        raise NotReadable("A rebase or the like is under way here.", "go on with git (git status says how)")
    git.write("update-index", "--add", "--remove", "-z", "--stdin", stdin=listed(u.file for u in meeting))
    git.write("commit", "-q", "--no-verify", "--no-edit", by=me.person)
    return True


def _unsettled(look: _Look, each: Unsaved) -> Left | None:
    """What is still to be done with a file of a merge; None where it is settled."""
    if each.state == "one-sided":
        choice = f"keep it with: git add {each.file}, or take it out with: git rm {each.file}; then: mplan save"
        return Left(each.file, "one side of the merge changed it, the other took it away", choice)
    named = named_file(each.file)
    raw = look.opened.files.read(each.file)
    whole = isinstance(raw, bytes) and not two_versions(each.file, raw.decode("utf-8", "replace"))
    if whole and not (named and _errors(look, named)):
        return None
    where = f"mplan edit {named.code} {named.stem}" if named else "your editor, then: mplan save"
    return Left(each.file, "two versions of it meet here", f"keep what is right with: {where}")


def _judged(look: _Look, each: Unsaved, findings: list[Finding]) -> _Group | Left | None:
    """How one file is to be committed, or why not; None where a finding says why."""
    parts = each.file.split("/")
    message = parts[0].removesuffix(".yaml")
    named = named_file(each.file)
    if parts[0] == "clients" and len(parts) > 2 and not CODE.match(parts[1]):
        return Left(each.file, "its folder could be somebody's name", "name it by initials and four characters")
    if each.state == "gone":
        if named is None:
            return _Group(message, (each.file,))
        help = f"bring it back with: git restore {each.file}"
        if named.kind != "client":
            help += f"; or say why it goes: mplan drop {named.code}/{named.stem} --why ..."
        return Left(each.file, "it was deleted by hand, and nothing says why", help)
    if named is None:
        return _other(look.opened, each, findings)
    errors = _errors(look, named)
    findings.extend(errors)
    verb = "" if each.state == "new" else "correct "
    return None if errors else _Group(f"{verb}{named.label}", (each.file,))


def _other(opened: Opened, each: Unsaved, findings: list[Finding]) -> _Group | None:
    """A file that is no record: an attachment, an entry of the own library, a template, a setting."""
    parts = each.file.split("/")
    if parts[0] == "clients" and len(parts) > 3 and parts[2] == "files":
        return _Group(f"files {parts[1]}", (each.file,))
    if parts[0] == "clients":
        found = [f for f in opened.files.listing(parts[1]).findings if f.span.file == each.file]
        findings.extend(
            found or [Finding("unknown-kind", "This is no record.", Span(each.file), "move it into files/")]
        )
        return None
    wrong = [f for f in (*opened.findings, *opened.library.check_own()) if f.span.file == each.file]
    errors = [f for f in wrong if f.severity == "error"]
    findings.extend(errors)
    return None if errors else _Group(parts[0].removesuffix(".yaml"), (each.file,))


def _errors(look: _Look, named: Named) -> list[Finding]:
    raw = look.opened.files.read(named.file)
    if isinstance(raw, Finding):
        return [raw]
    folder = look.folder(named.code)
    without = Folder(
        folder.code, folder.client, folder.client_document,
        tuple(e for e in folder.entries if e.stem != named.stem), folder.left_out,
    )  # fmt: skip
    return examine(look.opened, without, named.name, raw.decode("utf-8", "surrogateescape"), look.today).errors


def named_file(file: str) -> Named | None:
    """The record that a path below the practice is; None for any other file."""
    parts = file.split("/")
    if len(parts) != 3 or parts[0] != "clients" or not CODE.match(parts[1]):
        return None
    if parts[2] == "client.yaml" or read_stem(parts[2].rpartition(".")[0]):
        return Named(parts[1], parts[2])
    return None


def _joined(groups: list[_Group]) -> list[_Group]:
    """Files of one message in one commit, but for records, of which each has its own."""
    out: dict[str, _Group] = {}
    for n, group in enumerate(groups):
        key = str(n) if named_file(group.files[0]) else group.message
        files = (*out[key].files, *group.files) if key in out else group.files
        out[key] = _Group(group.message, files)
    return list(out.values())


def _moves(git: Git, found: list[Unsaved]) -> tuple[list[_Group], list[Unsaved]]:
    """Records that were moved or dropped by a run that was cut off: they belong together."""
    gone = [u for u in found if u.state == "gone" and named_file(u.file)]
    new = [u for u in found if u.state == "new" and named_file(u.file)]
    groups: list[_Group] = []
    for each in gone:
        was = git.blob("HEAD", each.file)
        for other in new if was is not None else ():
            message = _together(each, was, other, (git.root / other.file).read_bytes())
            if message:
                groups.append(_Group(message, (each.file, other.file)))
                new.remove(other)
                break
    done = {file for group in groups for file in group.files}
    return groups, [u for u in found if u.file not in done]


def _fits(look: _Look, moved: _Group, findings: list[Finding]) -> bool:
    """Whether a record that was moved by hand is right where it is now."""
    named = named_file(moved.files[-1])
    errors = _errors(look, named) if named else []
    findings.extend(errors)
    return not errors


def _together(gone: Unsaved, was: bytes | None, new: Unsaved, now: bytes) -> str:
    """What one change made of a file that is gone and one that is new; empty where they are two."""
    before, after = named_file(gone.file), named_file(new.file)
    if before is None or after is None:
        return ""
    if now == was:
        return f"move {before.label} to {after.code}"
    document = parse("amendment", now).document if after.kind == "amendment" and after.code == before.code else None
    return f"drop {before.label}" if document and strikes(document.data, before.stem) else ""
