"""What charts are drawn from: reports a month, and the days of a year that have one.

In: rows with the date of their issue. Out: small values of the contract; drawing is the theme's work. Numbers only, at
build time: no chart needs a script, and each can be shown as a table.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bulletin.pages import contexts as c

MONTHS, TIMELINE = 12, 24
WEEKS = 53
Counted = Iterable[tuple[int, int, int]]
"""(year, month, number of reports)."""


def year_counts(rows: Counted, year: int) -> tuple[c.MonthCount, ...]:
    """Twelve months of a year, January first."""
    counts = _summed(rows)
    return tuple(c.MonthCount(year, month, counts[year, month]) for month in range(1, 13))


def recent_counts(rows: Counted, last: date, months: int = MONTHS) -> tuple[c.MonthCount, ...]:
    """The `months` months up to that of `last`, oldest first; months with no report among them."""
    counts = _summed(rows)
    found = []
    place = last.year * 12 + last.month - 1
    for at in range(place - months + 1, place + 1):
        year, month = at // 12, at % 12 + 1
        found.append(c.MonthCount(year, month, counts[year, month]))
    return tuple(found)


def timeline(rows: Counted, last: date) -> tuple[c.MonthCount, ...]:
    """From the first report on, at most two years up to `last`."""
    rows = tuple(rows)
    first = min((year * 12 + month - 1 for year, month, count in rows if count), default=last.year * 12)
    span = last.year * 12 + last.month - first
    return recent_counts(rows, last, max(1, min(TIMELINE, span)))


def day_grid(days: Iterable[date], first: date, last: date) -> c.DayGrid:
    """Days with a report between two dates, placed in weeks that begin on Monday."""
    start = first - timedelta(days=first.weekday())
    counts = Counter(day for day in days if first <= day <= last)
    cells = tuple(
        c.DayCount(day, counts[day], (day - start).days // 7, (day - start).days % 7) for day in sorted(counts)
    )
    columns = [
        c.GridMonth(day.month, (day - start).days // 7) for day in _days(first, last) if day == first or day.day == 1
    ]
    ends = [column.week for column in columns[1:]] + [WEEKS + 1]
    months = tuple(one for one, end in zip(columns, ends, strict=True) if end - one.week > 2)
    return c.DayGrid((last - start).days // 7 + 1, months, cells)


def year_grid(days: Iterable[date], year: int) -> c.DayGrid:
    """A calendar year."""
    return day_grid(days, date(year, 1, 1), date(year, 12, 31))


def recent_grid(days: Iterable[date], last: date) -> c.DayGrid:
    """The year that ends with `last`, from a Monday."""
    monday = last - timedelta(days=last.weekday())
    return day_grid(days, monday - timedelta(weeks=WEEKS - 1), last)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=i) for i in range((last - first).days + 1))


def _summed(rows: Counted) -> Counter[tuple[int, int]]:
    counts: Counter[tuple[int, int]] = Counter()
    for year, month, count in rows:
        counts[year, month] += count
    return counts
