"""Firefox as a test drives it: headless, by the protocol (Marionette) that it speaks itself."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
_PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.update.enabled": False,
}
_PATIENCE = 60


class Firefox:
    """One Firefox with a profile of its own; ends with the `with` block."""

    def __init__(self, profile: Path, scripts: bool = True) -> None:
        assert FIREFOX, "firefox is needed for tests with the marker `browser`"
        profile.mkdir(exist_ok=True)
        preferences = {**_PREFERENCES, "javascript.enabled": scripts}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        port = profile / "MarionetteActivePort"
        port.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [FIREFOX, "--headless", "--marionette", "--no-remote", "--profile", str(profile)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        end = time.monotonic() + _PATIENCE
        while not (port.exists() and port.read_text()):
            assert time.monotonic() < end, "firefox did not start"
            time.sleep(0.1)
        self._socket = socket.create_connection(("127.0.0.1", int(port.read_text())), timeout=_PATIENCE)
        self._count = 0
        self._read()
        self.ask("WebDriver:NewSession", {"acceptInsecureCerts": False})

    def __enter__(self) -> Firefox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(_PATIENCE)

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._socket.recv(1)
        body = b""
        while len(body) < int(length[:-1]):
            body += self._socket.recv(65536)
        return json.loads(body)

    def ask(self, command: str, values: dict[str, Any] | None = None) -> Any:
        """Give a command and wait for what it gives back."""
        self._count += 1
        raw = json.dumps([0, self._count, command, values or {}]).encode()
        self._socket.sendall(str(len(raw)).encode() + b":" + raw)
        _, _, error, value = self._read()
        assert error is None, error
        return value

    def go(self, page: Path) -> None:
        """Open a page."""
        self.ask("WebDriver:Navigate", {"url": page.as_uri()})

    def run(self, script: str) -> Any:
        """What a script gives back on the page, which has none of its own rights."""
        return self.ask("WebDriver:ExecuteScript", {"script": script, "args": [], "sandbox": "test"})["value"]

    def click(self, css: str) -> None:
        """Click the first element that a selector finds."""
        found = self.ask("WebDriver:FindElement", {"using": "css selector", "value": css})["value"]
        self.ask("WebDriver:ElementClick", {"id": next(iter(found.values()))})
