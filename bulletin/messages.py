"""The language of what a person reads: English in the code, Chinese out of a gettext catalogue.

`use_language` is called once, by the command line. Findings keep an id and values, not words, so that what is kept
between runs does not depend on the language of the run that made it.
"""

import gettext
import locale
import os
from collections.abc import Mapping
from pathlib import Path

LOCALES = Path(__file__).parent / "locales"
DOMAIN = "bulletin"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def N_(text: str) -> str:
    """Mark `text` for the catalogue without translating it yet."""
    return text


def _(text: str) -> str:
    """`text` in the language of this run."""
    return _catalogue.gettext(text)


def speaks_chinese() -> bool:
    """Whether this run speaks Chinese."""
    return _language == "zh"


def language_of(environ: Mapping[str, str], wanted: str | None = None) -> str:
    """The language to speak: `zh` or `en`.

    `wanted` (the `--lang` option) decides; else LC_ALL, LC_MESSAGES and LANG as in POSIX; on a system that sets none
    of them (Windows) the system's own locale.
    """
    if wanted:
        return "zh" if wanted.lower().startswith("zh") else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    system = (locale.getlocale()[0] or "") if os.name == "nt" else ""
    return "zh" if system.lower().startswith(("zh", "chinese")) else "en"


def use_language(language: str) -> None:
    """Speak `language` from here on; the command line library's own words are taken from the same catalogue."""
    global _catalogue, _language
    _language = language
    _catalogue = gettext.translation(DOMAIN, LOCALES, [language], fallback=True)
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
