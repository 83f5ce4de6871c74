"""A Jinja in which a template can print the view, ask and repeat, and nothing else.

Three locks, each enough for most mischief: an allow-list of syntax (no macros, arithmetic or method calls,
so no text grows and no code is reached), Jinja's own sandbox, and a count of steps and characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes, pass_context
from jinja2.loaders import FunctionLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from ..findings import did_you_mean
from . import prose
from .tokens import Marked, Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

    from jinja2.bccache import Bucket
    from jinja2.runtime import Context

    from .words import Words

    Load = Callable[[str], str | None]

MOST_STEPS = 100_000
MOST_CHARACTERS = 4_000_000
MOST_SOURCE = 200_000
MOST_KEPT = 200

_SYNTAX = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.For, nodes.If, nodes.Include, nodes.Assign, nodes.Call, nodes.Keyword, nodes.Filter, nodes.Test,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Tuple,
)  # fmt: skip
_FILTERS = ("default", "first", "join", "last", "length", "lower", "upper", "trim")
_TESTS = ("defined", "none", "eq", "ne", "gt", "ge", "lt", "le")
_CALLS = ("_", "gettext", "ngettext")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*(\.[a-z0-9]+)*")
_TAG = re.compile(r'<(?=[A-Za-z/!?])(?!div class="|/div>)')


class TooMuch(Exception):
    """A template went beyond the steps or characters of a document."""


class NotPrintable(Exception):
    """A template prints something that is no text."""


class Missing(StrictUndefined):
    """A name that is not there, said in plain words."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        fields = self._undefined_obj.__struct_fields__ if isinstance(self._undefined_obj, Struct) else ()
        hint = did_you_mean(str(self._undefined_name), fields)
        return f"there is no “{self._undefined_name}” here" + (f" ({hint})" if hint else "")


class _Compiled(BytecodeCache):
    """Templates of this process by name and text: compiling one costs more than all else of a document.

    Nothing of a document or its language is part of what is kept: no text is sealed before a template runs.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept of this very text."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it; one that came through has passed the allow-list."""
        if len(self._codes) >= MOST_KEPT:
            self._codes.clear()
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_compiled = _Compiled()


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one document; its vault holds every text printed."""

    def __init__(self, load: Load, words: Words) -> None:
        super().__init__(
            loader=FunctionLoader(lambda name: self._source(load, name)),
            undefined=Missing,
            finalize=self._finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=64,
            bytecode_cache=_compiled,
        )
        self.vault = Vault()
        self._steps = 0
        self.globals = {"_": words.gettext, "gettext": words.gettext, "ngettext": words.ngettext}
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters |= {"prose": self._prose, "boxes": boxes, "each": self._each}
        self.tests = {name: self.tests[name] for name in _TESTS}

    def _source(self, load: Load, name: str) -> tuple[str, str, Callable[[], bool]]:
        text = load(name) if _NAME.fullmatch(name) else None
        if text is None:
            raise TemplateNotFound(name)
        if len(text) > MOST_SOURCE:
            raise TemplateSyntaxError(f"is longer than {MOST_SOURCE:,} characters", 1, name, name)
        return text, name, lambda: True

    def step(self) -> None:
        """Counts one step of work; raises `TooMuch` past the last."""
        self._steps += 1
        if self._steps > MOST_STEPS or self.vault.size > MOST_CHARACTERS:
            raise TooMuch

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Any:
        """Jinja's own, counted, so that a part that includes itself comes to an end."""
        self.step()
        return super().get_template(name, parent, globals)

    def _each(self, values: object) -> Iterator[object]:
        if not isinstance(values, tuple):
            raise NotPrintable("a loop runs over something that is no list")
        for value in values:
            self.step()
            yield value

    def _prose(self, text: str) -> Marked:
        return prose.mark(str(text), self.vault)

    @pass_context
    def _finalize(self, _: Context, value: object) -> str:
        """What is printed. It takes the context so that Jinja calls it as a template runs, never as it is compiled."""
        self.step()
        if isinstance(value, StrictUndefined):
            return str(value)  # raises, naming what is missing
        if isinstance(value, Marked):
            return value
        if isinstance(value, str):
            return self.vault.seal(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        what = "nothing" if value is None else "something that is no text"
        raise NotPrintable(f"this prints {what}; ask first with {{% if %}}, or name one of its fields")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Jinja's own, then the allow-list; every loop is led through the counter."""
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            trouble = _trouble(node)
            if trouble:
                raise TemplateSyntaxError(trouble, node.lineno, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "each", [], [], None, None, lineno=loop.lineno)
        return tree


def boxes(count: int | None) -> Marked:
    """Tick boxes to print in a cell; none for an open cell."""
    return Marked("☐" * min(count or 0, 12))


def _trouble(node: nodes.Node) -> str | None:
    """What a template may not say, or nothing."""
    if not isinstance(node, _SYNTAX):
        return f"{type(node).__name__.lower()} is not part of a document template"
    if isinstance(node, nodes.TemplateData):
        tag = _TAG.search(node.data)
        return f"HTML is not read here: {node.data[tag.start() :][:20]!r}" if tag else None
    if isinstance(node, nodes.Call):
        known = isinstance(node.node, nodes.Name) and node.node.name in _CALLS
        return None if known else "only _(), gettext() and ngettext() can be called"
    if isinstance(node, nodes.Filter) and node.name not in {*_FILTERS, "prose", "boxes"}:
        return f"there is no filter “{node.name}”; known are {', '.join((*_FILTERS, 'prose', 'boxes'))}"
    if isinstance(node, nodes.Test) and node.name not in _TESTS:
        return f"there is no test “{node.name}”; known are {', '.join(_TESTS)}"
    return None
