"""Front matter in its regular form, read by one pattern: `key: words`, `key: [a, b]`, `key:` with `- a` lines below.

In: the lines between the fences. Out: key -> text (empty where nothing is written) or list of texts, exactly as YAML reads them, or None
wherever anything else stands there; then the library reads it. A library costs twenty times as much, and nearly every article
of an archive is written like this.
"""

from bulletin.patterns import pattern

Values = dict[str, str | tuple[str, ...]]
WORD = "A-Za-z0-9\u3001-\u301b\u3400-\u9fff\uff01-\uff5e“”‘’…—·"
PLAIN = f'[{WORD}](?:[ -"$-9;-~\u3000{WORD}]++|:(?![ \n]|$)|(?<! )#)*+'
"""A scalar that begins with a letter, a digit or a Han character and holds no `: ` and no ` #`."""
ITEM = f"[{WORD}][-. /{WORD}]*"
LINE = pattern(
    "(?P<key>[A-Za-z_]+"
    f'|[\u4e00-\u9fff]+):(?: +(?:(?P<plain>{PLAIN})|"(?P<double>[^"\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]+)"'
    f"|'(?P<single>[^'\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]+)'|\\[ *(?P<list>(?:{ITEM}(?:, *{ITEM})*)?) *\\]))? *"
    f"|(?P<indent> *)- +(?P<item>{PLAIN}) *"
)
NOTHING = frozenset(("null", "Null", "NULL"))


def regular_values(lines: list[str]) -> Values | None:
    """Key -> value of the lines of front matter; None where they are not all regular."""
    values: Values = {}
    key, indent, items = "", "", None
    for line in lines:
        found = LINE.fullmatch(line)
        if found is None:
            if line:
                return None
            continue
        kind = found.lastgroup
        if kind == "item":
            item = found["item"].rstrip(" ")
            if not key or item in NOTHING or (items and found["indent"] != indent):
                return None
            indent = found["indent"]
            items = (*(items or ()), item)
            values[key] = items
            continue
        name = found["key"]
        if name in values:
            return None
        key, items = "", None
        if kind == "key":
            key, values[name] = name, ""  # its items may follow
            continue
        text = found[kind or 0]
        if kind == "list":
            texts = tuple([part.strip(" ") for part in text.split(",")]) if text else ()
            if not NOTHING.isdisjoint(texts):
                return None
            values[name] = texts
        elif kind == "plain":
            text = text.rstrip(" ")
            if text in NOTHING:
                return None
            values[name] = text
        else:
            values[name] = text
    return values
