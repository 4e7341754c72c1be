"""What charts are drawn from: months with none among them, a year's days in weeks."""

from datetime import date

from bulletin.pages.charts import day_grid, recent_counts, recent_grid, timeline, year_counts, year_grid


def test_a_year_has_twelve_months_and_the_last_year_ends_with_the_newest_issue() -> None:
    rows = [(2024, 1, 2), (2023, 12, 1), (2022, 1, 9)]
    assert [m.count for m in year_counts(rows, 2023)] == [0] * 11 + [1]
    recent = recent_counts(rows, date(2024, 1, 23))
    assert (recent[0].year, recent[0].month, recent[-1].year, recent[-1].month) == (2023, 2, 2024, 1)
    assert [m.count for m in recent] == [0] * 10 + [1, 2]


def test_a_timeline_begins_with_the_first_report_and_is_two_years_at_most() -> None:
    short = timeline([(2023, 11, 1), (2024, 1, 3)], date(2024, 1, 9))
    assert [(m.month, m.count) for m in short] == [(11, 1), (12, 0), (1, 3)]
    assert len(timeline([(1999, 1, 1), (2024, 1, 1)], date(2024, 1, 9))) == 24


def test_days_lie_in_weeks_that_begin_on_monday() -> None:
    grid = year_grid([date(2024, 1, 1), date(2024, 1, 1), date(2024, 12, 31), date(2023, 12, 31)], 2024)
    assert [(d.date, d.count, d.week, d.weekday) for d in grid.days] == [
        (date(2024, 1, 1), 2, 0, 0), (date(2024, 12, 31), 1, 52, 1),
    ]  # fmt: skip
    assert grid.weeks == 53
    assert [m.month for m in grid.months] == list(range(1, 13))
    for year in range(2000, 2030):
        last = year_grid([date(year, 12, 31)], year)
        assert last.days[0].week == last.weeks - 1


def test_the_last_year_ends_with_the_week_of_the_newest_issue() -> None:
    grid = recent_grid([date(2024, 1, 23), date(2023, 1, 23), date(2023, 1, 22)], date(2024, 1, 23))
    assert [(d.date, d.week, d.weekday) for d in grid.days] == [(date(2023, 1, 23), 0, 0), (date(2024, 1, 23), 52, 1)]
    assert grid.weeks == 53


def test_a_month_that_has_hardly_begun_is_not_named() -> None:
    grid = day_grid([], date(2023, 1, 23), date(2024, 1, 23))
    assert [m.month for m in grid.months] == [*range(2, 13), 1]
