"""Files that change: the seam to `watchdog`.

In: the folders of a site. Out: `changed(path, whole)` for every path that was made, changed, moved or removed, from a
thread of its own; `whole` where the system tells that whoever wrote the file has closed it, or has moved it there. A
folder that is removed and made again is watched again. Where the system cannot watch (a network drive, too few
watches), folders are looked at every second instead.
"""

import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

SEEN = ("created", "modified", "moved", "deleted")
"""Reading a file sends events as well (opened, closed_no_write); they are no change."""
WHOLE = ("closed", "moved")
"""After these nothing more is written. Systems that tell no "closed" leave it to the clock."""
IGNORED_ENDINGS = ("~", ".tmp", ".swp", ".swx", ".crdownload", ".part", ".new", ".bulletin-new")
IGNORED_BEGINNINGS = (".", "~$", ".~", "#")
POLL_SECONDS = 1.0


def counts(path: Path) -> bool:
    """Whether a change of this file can change the site: not an editor's lock, backup or half-written copy."""
    return not path.name.startswith(IGNORED_BEGINNINGS) and not path.name.endswith(IGNORED_ENDINGS)


class Watch:
    """Watches folders with everything in them, and the files (not the folders) of others."""

    def __init__(
        self, deep: Iterable[Path], flat: Iterable[Path], changed: Callable[[Path, bool], None], poll: bool = False
    ) -> None:
        self.deep, self.flat, self.changed = tuple(deep), tuple(flat), changed
        self.polls = poll
        self._watches: dict[Path, Any] = {}
        self._observer: Any = None

    def start(self) -> None:
        """Begin; falls back to polling where the system refuses."""
        try:
            self._begin()
        except OSError:
            if self.polls:
                raise
            self.stop()
            self.polls = True
            self._begin()

    def _begin(self) -> None:
        from watchdog.observers import Observer
        from watchdog.observers.polling import PollingObserver

        # watchdog tells of a folder that it begins to watch twice, when folders are made one in another; no harm is done
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        self._observer = PollingObserver(timeout=POLL_SECONDS) if self.polls else Observer()
        for folder in self.flat:
            self._watch(folder, recursive=False)
        for folder in self.deep:
            self._watch(folder, recursive=True)
        self._observer.start()

    def _watch(self, folder: Path, recursive: bool) -> None:
        from watchdog.events import FileSystemEventHandler

        watch = self

        class Handler(FileSystemEventHandler):
            def dispatch(self, event: Any) -> None:
                watch._event(event)

        if folder.is_dir():
            self._watches[folder] = self._observer.schedule(Handler(), str(folder), recursive=recursive)

    def _event(self, event: Any) -> None:
        if event.event_type not in (*SEEN, *WHOLE):
            return
        paths = [Path(str(p)) for p in (event.src_path, getattr(event, "dest_path", "")) if p]
        for path in paths:
            if path in self.deep and event.event_type in ("created", "moved"):
                self._again(path)
            if event.is_directory and event.event_type == "modified":
                continue  # its files say what changed
            if counts(path):
                self.changed(path, event.event_type in WHOLE)

    def _again(self, folder: Path) -> None:
        """Watch a folder that was removed and is there again."""
        if old := self._watches.pop(folder, None):
            self._observer.unschedule(old)
        self._watch(folder, recursive=True)

    def stop(self) -> None:
        if self._observer is not None:
            self._observer.unschedule_all()
            if self._observer.is_alive():
                self._observer.stop()
                self._observer.join(2)
            self._observer = None
        self._watches.clear()
