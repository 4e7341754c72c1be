"""Keep the Chinese catalogue in step with the messages in the code: `make messages`.

Takes every _() and N_() of the package and the words that the command line library prints, keeps the translations that are
there, adds what is new with an empty translation, and compiles. Exit code 1 while something is untranslated.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "bulletin" / "locales" / "zh" / "LC_MESSAGES"
CLICK = (
    "Usage:",
    "Options",
    "Commands",
    "Show this message and exit.",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Missing command.",
    "No such command {name!r}.",
    "Missing argument",
    "Missing option",
    "Missing parameter",
    "No such option: {name}",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Option {name!r} requires an argument.",
    "Got unexpected extra argument ({args})",
    "Got unexpected extra arguments ({args})",
    "Did you mean {possibility}?",
    "(Possible options: {possibilities})",
    "default: {default}",
    "required",
)


class SteadyCatalog(Catalog):
    """A catalogue whose header does not name the release of the tool that wrote it: same messages, same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in super().mime_headers if name != "Generated-By"]


def messages() -> list[str]:
    """Every message of the program, sorted."""
    found = extract_from_dir(str(ROOT / "bulletin"), [("**.py", "python")], keywords={"_": None, "N_": None})
    words = {message for _, _, message, _, _ in found if isinstance(message, str) and message}
    return sorted(words | set(CLICK))


def read_catalogue() -> Catalog:
    with (FOLDER / "bulletin.po").open("rb") as file:
        return read_po(file, "zh")


def make_catalogue(old: Catalog) -> Catalog:
    """The catalogue of today's messages with the translations of `old`."""
    new = SteadyCatalog("zh", project="bulletin", fuzzy=False)
    new.revision_date = new.creation_date = old.creation_date
    for message in messages():
        known = old.get(message)
        new.add(message, known.string if known else "")
    return new


def compiled(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> int:
    catalogue = make_catalogue(read_catalogue())
    with (FOLDER / "bulletin.po").open("wb") as file:
        write_po(file, catalogue, width=120, omit_header=False, sort_output=True)
    (FOLDER / "bulletin.mo").write_bytes(compiled(catalogue))
    missing = [message.id for message in catalogue if message.id and not message.string]
    for text in missing:
        sys.stdout.write(f"no translation: {text}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
