"""How likely a bare line inside a file is the headline of a report that begins below it, and no subhead, by many small signs together.

In come the line, the report above it and the lead below it; out go the signs that speak for a headline or for a subhead, each
with a weight between 0 and 1. The trees of `HEADS` say what they are worth together; they were grown (by
`benchmarks/subheads.py`) on texts whose headlines are known. Above `SURE` the line is a headline, below `NEVER` none,
whatever the rules of `headlines` say.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.blocks import Block
from bulletin.reports.group import BODY, Group
from bulletin.reports.headline_trees import HEADS, NEVER, SURE
from bulletin.reports.kinds import ends_sentence
from bulletin.reports.lead_forms import beginning
from bulletin.reports.lead_signs import BELOW, FORMS, REACH, Above, above, lead_signs, names, opening_signs, pairs, told
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.weighing import Signs, weighed_by_trees

LONG, MANY, MUCH, TEXTS, FEW = 40, 12, 2000, 15, 5
"""What counts as wholly long, or much: characters of a line, lines that look like headlines, characters and texts of a report, lines of one length."""
PLACE, OURS = pattern("[县市区旗镇乡村州]"), pattern("我[县市区旗镇乡]|全[县市区]")
QUOTES = frozenset('“”"')


def is_likely_headline(around: Surroundings, i: int, group: Group, lead: Block) -> bool | None:
    """Whether a line is a headline by the signs alone; None where they leave it open. `lead` is the text that begins below it."""
    points = weighed_by_trees(signs_of_head(around, i, group, lead), HEADS)
    return True if points > SURE else False if points < NEVER else None


def signs_of_head(around: Surroundings, i: int, group: Group, lead: Block) -> Signs:
    """The signs of a line above a lead, inside a file."""
    at = around.after_heads[i + 1]
    following = [b for b in around.blocks[at + 1 : at + 1 + BELOW] if b.kind in BODY and b.text not in lead.text]
    report = above(group)
    signs = opening_signs(beginning(lead.text)) | lead_signs(lead, group, report, following, around)
    line = fold(mend(around.blocks[i].text))
    return signs | _line(line) | _stands(around, i, group, lead, at) | _words(line, lead, following, report, group)


def _line(line: str) -> Signs:
    """What a line is made of."""
    found = {
        "line pause": " " in line,
        "line comma": "，" in line,
        "line colon": "：" in line,
        "line quotes": not QUOTES.isdisjoint(line),
        "line name": bool(names(line)),
        "line office": FORMS["office"].search(line),
        "line event": FORMS["event"].search(line),
        "line place": PLACE.search(line),
        "line ours": OURS.match(line),
        "line cries": line[-1] in "！？",
    }
    return {name: 1.0 for name, holds in found.items() if holds} | {"size": min(LONG, len(line)) / LONG}


def _stands(around: Surroundings, i: int, group: Group, lead: Block, at: int) -> Signs:
    """How a line stands in the file and below the report."""
    block, below = around.blocks[i], around.blocks[i + 1]
    texts = [b for b in group.body if b.kind in BODY]
    found = {
        "line gap": block.gap,
        "gap below": below.gap,
        "line indented": block.indented,
        "indented": lead.indented,
        "sourced": group.sourced,
        "ends": ends_sentence(group.last_text()),
        "headline gap": bool(group.heads) and group.heads[0].gap,
        "sure": i in around.sure,
        "quoted": lead.text[0] in QUOTES,
        "below caption": group.body[-1].kind == "caption",
        "below credit": group.body[-1].kind == "credit",
    }
    return {name: 1.0 for name, holds in found.items() if holds} | {
        "length": min(REACH, len(lead.text)) / REACH,
        "heads": min(MANY, sum(around.heads)) / MANY,
        "sure ones": min(FEW, len(around.sure)) / FEW,
        "same length": min(FEW, around.lengths.get(len(mend(block.text)), 0)) / FEW,
        "rows": min(FEW, at - i) / FEW,
        "much above": min(MUCH, sum([len(b.text) for b in texts])) / MUCH,
        "texts above": min(TEXTS, len(texts)) / TEXTS,
        "headline length": min(LONG, sum([len(b.text) for b in group.heads])) / LONG,
    }


def _words(line: str, lead: Block, following: list[Block], report: Above, group: Group) -> Signs:
    """How many of its pairs of characters the lead, what follows, and the report above have."""
    own = pairs(line)
    places = {
        "in lead": told([lead]),
        "in rest": told(following),
        "in told": report.told,
        "in heads": told(group.heads),
    }
    return {name: len(own & pairs(text)) / max(1, len(own)) for name, text in places.items()}
