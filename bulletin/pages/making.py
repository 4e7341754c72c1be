"""All groups of pages of a bulletin, in order, and what makes the context of each template.

`make_groups` gives the groups; `MAKERS` has a function for each template that needs more than a ready context: it is
given `load`, the site and the rest of a page's data when the page is rendered, and nothing else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from bulletin.config import Config, FooterConfig
from bulletin.outline import Bulletin, Page
from bulletin.pages import contexts as c
from bulletin.pages.archive import archive_groups
from bulletin.pages.articles import article_page
from bulletin.pages.feeds import SITEMAP_INDEX, feed_groups, feed_page, sitemap_index, sitemap_page
from bulletin.pages.former import former_groups
from bulletin.pages.frame import Group, Making
from bulletin.pages.front import front_groups
from bulletin.pages.leaders import leader_groups
from bulletin.pages.months import month_groups
from bulletin.pages.search import SCRIPT, script_text, search_groups
from bulletin.pages.standing import standing_groups
from bulletin.pages.topics import topic_groups
from bulletin.parts import Load, Part

KINDS: tuple[Callable[[Making], Iterator[Group]], ...] = (
    front_groups,
    month_groups,
    archive_groups,
    leader_groups,
    topic_groups,
    search_groups,
    standing_groups,
    feed_groups,
    former_groups,
)
MAKERS: Mapping[str, Callable[..., object]] = {
    "article.html": article_page,
    "feed.xml": feed_page,
    "sitemap.xml": sitemap_page,
}
"""Template -> maker of its context: `maker(load, site, *rest of data)`. Others have their context as it is."""
TEXTS: Mapping[str, Callable[..., str]] = {SCRIPT: script_text, SITEMAP_INDEX: sitemap_index}
"""Kind of a page that no template makes -> maker of its text: `maker(load, *data)`."""
FOOTER = (
    ("主办单位", "organizer"), ("承办单位", "undertaker"), ("联系电话", "phone"), ("地址", "address"), ("邮编", "postcode"),
    ("政府网站标识码", "site_code"), ("", "icp"), ("", "police"), ("互联网新闻信息服务许可证编号", "licence"),
    ("违法和不良信息举报电话", "report_phone"), ("技术支持", "support"),
)  # fmt: skip


def make_groups(
    bulletin: Bulletin, config: Config, stylesheets: Sequence[str], scripts: Sequence[str]
) -> tuple[Part[c.Site], Iterator[Group]]:
    """What is the same on every page, and every group of pages but the site map, which lists what the others made."""
    site = Part.of(make_site(bulletin, config, stylesheets, scripts))
    making = Making(bulletin, config, site)
    return site, (group for kind in KINDS for group in kind(making))


def make_context(page: Page, load: Load) -> tuple[c.Site, object]:
    """What a page's template is given: the site and the context."""
    part, *rest = page.data
    site: c.Site = load(part)  # type: ignore[arg-type]
    maker = MAKERS.get(page.template)
    return site, maker(load, site, *rest) if maker else rest[0]


def make_site(bulletin: Bulletin, config: Config, stylesheets: Sequence[str], scripts: Sequence[str]) -> c.Site:
    """What is the same on every page."""
    return c.Site(
        title=config.title,
        county=config.county,
        description=config.description or config.title,
        base_url=config.base_url,
        domain=urlsplit(config.base_url).netloc,
        site_code=config.footer.site_code,
        profile=config.profile,
        sponsor=config.masthead.sponsor,
        supervisor=config.masthead.supervisor,
        permit=config.masthead.permit,
        organisation=config.masthead.sponsor or config.footer.organizer or config.title,
        navigation=_navigation(bulletin, config),
        footer=_footer(config.footer),
        feed="feed.xml" if bulletin.months else "",
        stylesheets=tuple(stylesheets),
        scripts=tuple(scripts),
    )


def _navigation(bulletin: Bulletin, config: Config) -> tuple[c.NavLink, ...]:
    entries = [c.NavLink("home", "首页", "index.html")]
    if bulletin.leaders:
        entries.append(c.NavLink("leaders", "领导", "leaders/index.html"))
    if bulletin.topics:
        entries.append(c.NavLink("topics", "专题", "topics/index.html"))
    if bulletin.months:
        entries.append(c.NavLink("archive", "往期", "archive/index.html"))
    if config.search and bulletin.months:
        entries.append(c.NavLink("search", "搜索", "search/index.html"))
    entries.extend(c.NavLink("about", text.title, f"{text.id}/index.html") for text in bulletin.standing)
    return tuple(entries)


def _footer(footer: FooterConfig) -> tuple[c.FooterItem, ...]:
    items = []
    for label, name in FOOTER:
        text = getattr(footer, name)
        if not text:
            continue
        url, mark = "", ""
        if name == "icp":
            url = "https://beian.miit.gov.cn/"
        elif name == "police":
            digits = "".join(ch for ch in text if ch.isdecimal())
            url, mark = f"https://beian.mps.gov.cn/#/query/webSearch?code={digits}", "police"
        items.append(c.FooterItem(label, text, url, mark))
    return tuple(items)
