"""Elements of HTML out of words: what is given as text is escaped, what was made here is not."""

from html import escape

Made = str
"""HTML that was made by `element`."""


def element(name: str, text: str = "", made: Made = "", **attributes: str) -> Made:
    """`<name attributes>text, then what was made</name>`; `kind` stands for class, `to` for href."""
    names = {"kind": "class", "to": "href"}
    given = "".join(f' {names.get(key, key)}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{given}>{escape(text)}{made}</{name}>"
