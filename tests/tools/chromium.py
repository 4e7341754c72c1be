"""Chromium for the tests: which one, how it is started, and the apt packages that bring it.

`make test` runs this module: on Debian as root it installs what is missing; elsewhere it changes nothing, and the tests
that need a browser are skipped with one line (with CI=true they fail).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
PACKAGES = ("chromium", "fonts-noto-cjk")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
NEVER_SKIP = os.environ.get("CI") == "true"
MISSING = "no Chromium: every test in tests/browser is left out; install chromium and fonts-noto-cjk, or set CHROMIUM"


def find_chromium() -> str | None:
    """The browser's path: the one that $CHROMIUM names, else the first on the path."""
    if chosen := os.environ.get("CHROMIUM"):
        return shutil.which(chosen)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def missing_packages() -> list[str]:
    """The packages to install here: none where there is no apt or where we are not root."""
    if not shutil.which("apt-get") or os.geteuid() != 0 or os.environ.get("CHROMIUM"):
        return []
    there = {"chromium": bool(find_chromium()), "fonts-noto-cjk": bool(list(Path("/usr/share/fonts").rglob("*CJK*")))}
    return [package for package in PACKAGES if not there[package]]


def main() -> int:
    if packages := missing_packages():
        print("installing", *packages)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *packages]
        for command in (["apt-get", "update", "--quiet=2"], install):
            if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
                print(f"{' '.join(command)} failed; going on without", file=sys.stderr)
                return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
