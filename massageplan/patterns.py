"""Regular expressions compiled when first used: most runs need few of them, and compiling is half of an import."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("match", "fullmatch", "search", "sub", "split", "finditer", "findall")


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        """The first look at a method compiles; from then on all methods are plain attributes."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._pattern, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return self.__dict__[name]


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, but the work is done at the first match."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
