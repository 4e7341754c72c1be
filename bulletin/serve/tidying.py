"""When the preview's garbage is looked for: never while a save is on its way to the page, always while nobody saves.

A collection looks at everything that may be part of a circle, the whole archive as well. So there is none while something is built;
when it is quiet one is made, and what stays then is put aside (`gc.freeze`), so that those that Python makes by itself
afterwards, for every page that is read, look only at what is new.
"""

import gc

YOUNG = 100_000
"""How many new objects make Python look for garbage while pages are only read; a build of its own waits for many more."""
COLLECTIONS = 100
"""What was put aside is looked at again once in so many times."""


class Tidying:
    """Python's collector, in the hands of the preview from `start` on; before, it is left alone."""

    def __init__(self) -> None:
        self._started = False
        self._times = 0
        self._found = gc.get_threshold()

    def start(self) -> None:
        """Begin, before anything is built."""
        self._started = True
        self._found = gc.get_threshold()
        gc.set_threshold(YOUNG, *self._found[1:])
        gc.disable()

    def work(self) -> None:
        """Something is built now."""
        if self._started:
            gc.disable()

    def rest(self) -> None:
        """It is quiet: look for garbage among what is new."""
        if not self._started:
            return
        self._times += 1
        if self._times % COLLECTIONS == 0:
            gc.unfreeze()
        if self._times > 1:
            gc.collect()
        gc.freeze()
        gc.enable()

    def end(self) -> None:
        """Leave the collector as it was found."""
        if self._started:
            self._started = False
            gc.set_threshold(*self._found)
            gc.unfreeze()
            gc.enable()
