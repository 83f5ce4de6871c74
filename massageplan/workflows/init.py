"""`mplan init`: a practice folder with its first files under version control; in a clone, what this machine needs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import NotReadable
from ..frozen import Frozen, replace
from ..records.kinds import BODY_KEY, DATED, STANDING
from ..store import git as git_
from ..store.changes import Changes
from ..store.git import Git
from ..store.lock import OWN
from ..store.machine import ATTRIBUTES, IGNORED, lacks_a_branch, set_hooks, set_manners
from ..store.practice import MARK
from ..store.writer import write_new
from ..text.writer import write
from .schemas import write_all

if TYPE_CHECKING:
    from .me import Me

SCHEMAS = ".mplan/schemas"


class Answers(Frozen):
    """What init needs to know; None leaves a key out."""

    name: str
    therapist: str
    therapist_id: str
    title: str | None = None
    phone: str | None = None
    jurisdiction: str | None = None
    language: str = "en"
    paper: str = "letter"


class Made(Frozen):
    """What init did.

    Attributes:
        files: those it wrote into the practice.
        without: why there is no version control.
        others_hooks: names of hooks that stay somebody else's.
        inside: the repository it is a folder of, where it is one of several.
    """

    files: tuple[Path, ...]
    without: str | None
    others_hooks: tuple[str, ...]
    inside: str = ""


def make_practice(folder: Path, answers: Answers) -> Made:
    """Make the folder and its first files, put it under version control, and commit them.

    Raises:
        NotReadable: there is a practice already, or the disk or git refuses.
    """
    if (folder / MARK).exists():
        raise NotReadable(f"{folder / MARK} exists already.", "this folder is a practice; see: mplan check")
    written = []
    root = folder.resolve()
    unless_bare(root)
    for name, text in _files(answers).items():
        path = root / name
        if not path.exists():
            write_new(path, text, private=False)
            written.append(path)
    for name in ("clients", "library", "templates"):
        (root / name).mkdir(exist_ok=True)
    made = set_up(root)
    if made.without is None:
        _commit_all(root, [path.relative_to(root).as_posix() for path in (*written, *made.files)])
    return replace(made, files=(*written, *made.files))


def unless_bare(folder: Path) -> None:
    """Where a clone has nothing checked out, a practice is not made anew beside the one it is a clone of.

    Raises:
        NotReadable: it is such a clone.
    """
    root = folder.resolve()
    if root.is_dir() and lacks_a_branch(root):
        raise NotReadable("This clone has nothing checked out yet.", "choose the branch, such as: git checkout main")


def put_under_git(root: Path) -> None:
    """Give a folder of examples a repository of its own, also inside another one, with all its files committed.

    Raises:
        NotReadable: the disk or git refuses.
    """
    if git_.program() is None:
        return
    files = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*")) if path.is_file()]
    git_.start(root)
    made = set_up(root)
    _commit_all(root, [*files, *(path.relative_to(root).as_posix() for path in made.files)])


def _commit_all(root: Path, files: list[str]) -> None:
    """The first commit of a practice, in the name of its first therapist."""
    from .load import open_practice
    from .me import who_am_i

    practice = open_practice(root).house.practice
    me = who_am_i(practice, None, date.max, practice.therapists[0].id)
    settle(root, me)
    with Changes(root) as changes:
        changes.include(files)
        changes.commit("practice", me.person)


def set_up(root: Path) -> Made:
    """Give a practice what its machine needs: a repository, hooks, schemas for editors, and a folder for drafts.

    Raises:
        NotReadable: the disk or git refuses.
    """
    own = root / OWN
    try:
        own.mkdir(mode=0o700, exist_ok=True)
        own.chmod(0o700)
    except OSError as error:
        raise NotReadable(f"{own} cannot be made: {(error.strerror or str(error)).lower()}.") from error
    write_all(str(root / SCHEMAS))
    written = _git_files(root)
    if not isinstance(git_.locate(root), Git) and git_.program() is not None:
        git_.start(root)
    git = git_.locate(root)
    if not isinstance(git, Git):
        return Made(written, f"{git.because} ({git.help})", ())
    inside = str(git.root).removesuffix("/" + git.prefix.rstrip("/")) if git.prefix else ""
    return Made(written, None, tuple(set_hooks(git)), inside)


def settle(root: Path, me: Me) -> None:
    """Let this clone know who works here, whose commits by hand are, and how two clones come together."""
    from .me import SETTING

    git = git_.locate(root)
    if isinstance(git, Git):
        set_manners(git, me.person)
        if me.named:
            git.run("config", "--local", SETTING, me.id)


def _git_files(root: Path) -> tuple[Path, ...]:
    """What git is not to see, and that it keeps every byte: written where the practice does not say it yet."""
    written = []
    for name, wanted in ((".gitignore", IGNORED), (".gitattributes", ATTRIBUTES)):
        path = root / name
        try:
            has = path.read_text(encoding="utf-8") if path.exists() else ""
        except (OSError, UnicodeDecodeError) as error:
            raise NotReadable(f"{path} cannot be read: {error}.", "mend it or take it away") from error
        lacking = [line for line in wanted.splitlines() if line not in has.splitlines()]
        if lacking:
            between = "\n" if has and not has.endswith("\n") else ""
            write_new(path, has + between + "".join(f"{line}\n" for line in lacking), replace=True, private=False)
            written.append(path)
    return tuple(written)


def _files(answers: Answers) -> dict[str, str]:
    return {
        MARK: write(_practice(answers)) + _HINTS,
        ".vscode/settings.json": json.dumps(editor_settings(), indent=2) + "\n",
    }


def _practice(answers: Answers) -> dict[str, object]:
    therapist = {"id": answers.therapist_id, "name": answers.therapist, "title": answers.title}
    whole: dict[str, object] = {
        "format": "0",
        "name": answers.name,
        "phone": answers.phone,
        "therapists": [{k: v for k, v in therapist.items() if v}],
        "jurisdiction": answers.jurisdiction,
        "language": answers.language,
        "paper": answers.paper,
        "units": "metric",
        "usual": {"pain": {"scale": "nprs"}, "rom": {"method": "goniometer"}},
    }
    return {k: v for k, v in whole.items() if v}


_HINTS = """\
# More you can say here: address, email, each therapist's skills (mplan library list technique),
# and house rules for homework: {most-lines: 3, pain-rule: ...}. All keys: mplan schema practice
"""


def editor_settings() -> dict[str, object]:
    """Which schema governs which file, for editors that read `.vscode/settings.json`."""
    schemas: dict[str, object] = {f"{SCHEMAS}/{kind}.schema.json": f"{kind}.yaml" for kind in STANDING}
    schemas[f"{SCHEMAS}/client.schema.json"] = "clients/*/client.yaml"
    for kind in DATED:
        globs = [f"clients/*/*-{kind}.yaml", f"clients/*/*-{kind}-*.yaml"]
        schemas[f"{SCHEMAS}/{kind}.schema.json"] = globs
    for kind, folder in (("exercise", "exercises"), ("movement", "movements"), ("instrument", "instruments"),
                         ("technique", "techniques"), ("source", "sources")):  # fmt: skip
        schemas[f"{SCHEMAS}/library/{kind}.schema.json"] = f"library/{folder}/*.yaml"
    return {
        "yaml.schemas": schemas,
        "yaml.format.enable": False,
        "files.associations": {f"*-{kind}.md": "markdown" for kind in BODY_KEY},
        "editor.inlineSuggest.enabled": False,
        "github.copilot.enable": {"*": False},
    }
