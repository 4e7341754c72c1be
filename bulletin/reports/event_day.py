"""When that happened of which a report tells: by its dateline and opening, its headlines, or the day of its page.

In come the report's parts, what its headlines say, the frame, and the issue's date where it is known; out go the day and findings.
"""

import re
from datetime import date

from bulletin.findings import Finding, Place
from bulletin.model import EventDate
from bulletin.patterns import pattern
from bulletin.reports.dates import find_event, find_full, find_vague
from bulletin.reports.frame import Frame
from bulletin.reports.lead_forms import DATED_LEAD, beginning
from bulletin.reports.report_parts import Parts

NEAR, A_YEAR = 45, 330
"""Days between a page's day and what it tells of."""
DAYS = pattern(
    r"[（(](?P<days>(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日[ ]?[至到—~～-]{1,2}[ ]?[0-9年月]{0,8}[0-9]{1,2}日)[）)]$",
    re.MULTILINE,
)
"""The days that a digest tells of, behind or below its headline: 一周要闻（3月5日至9日）."""
LONGEST_SALUTATION = 24
"""尊敬的广大用水户：: what a notice tells begins below it."""
LONGEST_SCENE = 60


def day_of_event(
    parts: Parts, headlines: str, frame: Frame, place: Place, anchor: date | None
) -> tuple[EventDate, list[Finding]]:
    """The day of the event and what an editor should look at; `headlines` are a line each, `place` is where the report begins."""
    event, findings = _told_in_text(parts, place.path, anchor)
    if not event.text and (days := DAYS.search(headlines)):
        event, findings = find_event([days["days"]], anchor, place)
    if anchor is None and event.month and not event.year:
        for day in filter(None, (frame.date_above(place.line), frame.last_date())):
            near, _ = _told_in_text(parts, place.path, day)
            reach = (
                A_YEAR if f"{near.year}年" in headlines else NEAR
            )  # 举办2024年春季主体班: the headline tells the year too
            if near.year and 0 <= (day - date(near.year, near.month, near.day)).days <= reach:
                return (
                    near,
                    findings,
                )  # of a page that tells one day for all, or of a file whose other pages tell theirs
    return event, findings


def _told_in_text(parts: Parts, path: str, anchor: date | None) -> tuple[EventDate, list[Finding]]:
    """What the dateline and the opening tell; where the first paragraph only leads to the next one, that is asked too."""
    dateline = parts.dateline.replace("今日", "")
    if not parts.paragraphs:
        return find_event([dateline], anchor, Place(path))
    opening = parts.paragraphs[0].text
    salutation = opening[-1] == "：" and len(opening) <= LONGEST_SALUTATION
    scene = len(opening) <= LONGEST_SCENE  # 春光无限，游人如织。: the date stands in the next paragraph
    purpose = opening[0] in "为為" and not (find_full(opening) or find_vague(opening))
    dated = len(parts.paragraphs) > 1 and DATED_LEAD.match(beginning(parts.paragraphs[1].text)) is not None
    asked = 2 if salutation or scene or purpose or dated else 1
    if asked == 2 and len(parts.paragraphs) > 2 and parts.paragraphs[1].text[-1] in "！!":
        asked = 3  # …热血依旧滚烫！ …一起重温那段岁月吧！
    texts = [dateline, *(p.text for p in parts.paragraphs[:asked])]
    return find_event(texts, anchor, Place(path, parts.paragraphs[0].line))
