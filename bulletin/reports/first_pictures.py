"""Sentences and lines above a report's text that stood under the first pictures of a page.

In come a block, or what surrounds it, and the report so far, out goes whether it is what a picture shows.
"""

from bulletin.patterns import pattern
from bulletin.people.fold import fold, mend
from bulletin.reports.blocks import Block, leads
from bulletin.reports.credited import NOBODY
from bulletin.reports.credits import parse_byline
from bulletin.reports.dateline import take_dateline, take_end_byline
from bulletin.reports.extras import OUTLET
from bulletin.reports.group import BODY, Group
from bulletin.reports.head_looks import LONGEST_SUBTITLE
from bulletin.reports.kinds import ends_sentence
from bulletin.reports.lead_forms import DATED_LEAD, NAMED_POST, OPENING, beginning
from bulletin.reports.scenes import PERSON
from bulletin.reports.subtitles import KICKER_END, is_subtitle, tells_of_the_meeting
from bulletin.reports.surroundings import Surroundings
from bulletin.reports.taken_up import in_common, is_half_told

SAME_OPENING, LONGEST_CAPTION, LONGEST_SCENE, LONGEST_SENTENCE, AGAIN = 12, 80, 30, 40, 9
MOST_PICTURES, SHORTEST_SHOWN, SHORTEST_HEAD, FEWEST_IN_COMMON = 4, 8, 9, 2
SHORTEST_CAPTION, LONGEST_SUBHEAD = 4, 16
SHOWN = frozenset(("body", "caption", "photo"))
EDITORS = pattern("我[省市县区州]|本[报网台期栏]|按照|根据|为了|栏目|编者")
"""What stands in an editor's note, and under no picture."""


def is_shown_above(block: Block, group: Group) -> bool:
    """Whether one sentence alone above a lead tells of the same day and person as the text behind it: a first picture.

    Above a lead without a dateline it tells where somebody is whom the lead names with the post: 高远在石桥水厂调研。
    """
    if len(group.body) != 1 or group.closed or group.body[0].kind != "body":
        return False
    text = fold(mend(group.body[0].text))
    day, named = DATED_LEAD.match(text), NAMED_POST.search(text)
    if "。" in text[:-1] or len(text) > LONGEST_CAPTION:
        return False
    if day is None and block.kind == "dateline" and named:
        below = fold(mend(block.text[: 4 * OPENING]))
        return named["name"] in below and text[-AGAIN:-1] in below
    if day is None:
        shown = (
            PERSON.match(text[:-1].partition("，")[0])
            if group.heads and named is None and len(text) <= LONGEST_SCENE
            else None
        )
        opening = beginning(
            take_dateline(block.text)[2] if block.kind == "dateline" or block.text[0] in "（(" else block.text
        )
        leading = shown and DATED_LEAD.match(opening) and NAMED_POST.search(opening)
        return bool(shown and leading and shown["name"].startswith(leading["name"]))
    below = fold(mend(block.text[: 3 * OPENING]))
    if block.kind != "dateline":
        return False
    if named is None:
        return text[:SAME_OPENING] in below and text not in below
    return day["day"] in below and named["name"] in below


def signed_above(block: Block, group: Group) -> bool:
    """Whether nothing but what pictures show stands between a headline and the text, and who took them.

    …推介会在县城举行。 / 客商参加推介会。（苏小雨 摄） above a dateline that tells of the headline; one scene without a day above
    the authors of text and pictures (■记者 苏小雨 文/图).
    """
    last = group.body[-1]
    texts = group.body[:-1] if last.kind == "credit" else group.body
    if not group.heads or not 0 < len(texts) <= MOST_PICTURES or any(b.kind not in SHOWN for b in texts):
        return False
    if last.kind == "credit":
        text = fold(texts[0].text)
        one = len(texts) == 1 and len(text) <= LONGEST_SCENE and "。" not in text[:-1] and not leads(text)
        credits = parse_byline(last.text) if one else NOBODY
        return bool(credits.byline) and any(role == "摄影" for role, _ in credits.others)
    rest, credits = take_end_byline(last.text) if block.kind == "dateline" else ("", NOBODY)
    if not credits or credits.byline or any(role != "摄影" for role, _ in credits.others):
        return False
    shown = [*[b.text for b in texts[:-1]], rest]
    short = all(len(text) <= LONGEST_CAPTION and "。" not in text.rstrip()[:-1] for text in shown)
    return short and is_half_told(group.heads[-1].text, block.text[: 4 * OPENING])


def scenes_above(block: Block, group: Group) -> bool:
    """Whether nothing but sentences without a day stand above a dateline, each of a picture: 大会在国歌声中开幕。"""
    if block.kind != "dateline" or group.closed or len(group.body) > MOST_PICTURES:
        return False
    return all(
        b.kind in ("body", "caption")
        and len(b.text) <= LONGEST_SENTENCE
        and "。" not in b.text[:-1]
        and not leads(b.text)
        and EDITORS.search(fold(b.text)) is None
        for b in group.body
    )


def under_first_picture(around: Surroundings, i: int, group: Group) -> bool:
    """A line without a full stop between a web page's site line and the text, where the headline stands above."""
    block = around.blocks[i]
    below = around.blocks[i + 1] if i + 1 < len(around.blocks) else None
    below_site = block.below_site or (i > 0 and around.blocks[i - 1].kind == "source")
    headed = not all(
        OUTLET.fullmatch(fold(head.text)) for head in group.heads
    )  # 青石发布 / 2031-03-05 18:20 / its headline
    if not (below_site and headed and not group.has_text and below and below.kind in BODY):
        return False
    if around.heads[i + 1]:
        return _row_below_site(around, i, group)
    if (
        len(block.text) < SHORTEST_CAPTION
        or OUTLET.fullmatch(fold(block.text))
        or any(head.text.replace(" ", "") == block.text.replace(" ", "") for head in group.heads)
        or (leads(block.text) and not leads(below.text))
    ):
        return False
    named = " " in block.text and is_subtitle(block.text)  # 高远宣布开幕 何明川 苏青等出席
    is_head = block.text.startswith(("——", "--")) or named or len(block.text) > LONGEST_SUBTITLE
    is_head = is_head or tells_of_the_meeting(block.text, group.heads[-1].text)
    ends = ends_sentence(block.text) and not (below.kind == "dateline" and len(block.text) <= LONGEST_SUBHEAD)
    return not is_head and not ends


def _row_below_site(around: Surroundings, i: int, group: Group) -> bool:
    """Whether several lines stand between a site line and the text that has words of the headline above it: what pictures show."""
    end = around.after_heads[i]
    row, head = [b.text for b in around.blocks[i:end]], group.heads[-1].text
    if not 0 < len(row) <= MOST_PICTURES or min(map(len, row)) < SHORTEST_SHOWN:
        return False  # words of the page
    if any(is_subtitle(text) or KICKER_END.search(fold(text)) or OUTLET.fullmatch(fold(text)) for text in row):
        return False
    told = fold(mend(around.text_below(end - 1)))
    return len(head) > max(SHORTEST_HEAD, *map(len, row)) and in_common(fold(mend(head)), told) >= FEWEST_IN_COMMON
