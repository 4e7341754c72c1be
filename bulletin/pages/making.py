"""All pages of a bulletin, in order; two at one address are found before anything is written."""

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from bulletin.config import Config, FooterConfig
from bulletin.findings import Finding, Place, find
from bulletin.model import Bulletin, Page
from bulletin.pages import contexts as c
from bulletin.pages.archive import archive_pages
from bulletin.pages.articles import article_pages, lone_jumps
from bulletin.pages.feeds import feed_pages, sitemap
from bulletin.pages.frame import Making
from bulletin.pages.issues import front_page, issue_pages
from bulletin.pages.leaders import leader_pages
from bulletin.pages.search import search_pages
from bulletin.pages.standing import not_found, standing_pages
from bulletin.pages.topics import topic_pages

KINDS: tuple[Callable[[Making], Iterator[Page]], ...] = (
    front_page,
    issue_pages,
    article_pages,
    archive_pages,
    leader_pages,
    topic_pages,
    search_pages,
    standing_pages,
    not_found,
    feed_pages,
)
FOOTER = (
    ("主办单位", "organizer"), ("承办单位", "undertaker"), ("联系电话", "phone"), ("地址", "address"), ("邮编", "postcode"),
    ("政府网站标识码", "site_code"), ("", "icp"), ("", "police"), ("互联网新闻信息服务许可证编号", "licence"),
    ("违法和不良信息举报电话", "report_phone"), ("技术支持", "support"),
)  # fmt: skip


def make_pages(
    bulletin: Bulletin, config: Config, stylesheets: Sequence[str], scripts: Sequence[str]
) -> tuple[list[Page], list[Finding]]:
    """Every page of the site; of two at one address the first stays and the other is a finding."""
    making = Making(bulletin, config, make_site(bulletin, config, stylesheets, scripts))
    pages: list[Page] = []
    findings: list[Finding] = list(lone_jumps(bulletin))
    taken: dict[str, Page] = {}
    for kind in KINDS:
        for page in kind(making):
            if page.url in taken:
                one = taken[page.url].origin
                findings.append(find("page-taken", Place(page.origin), url=page.url, one=one, other=page.origin))
                continue
            taken[page.url] = page
            pages.append(page)
    pages.extend(sitemap(making, pages))
    return pages, findings


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
        feed="feed.xml" if bulletin.issues else "",
        stylesheets=tuple(stylesheets),
        scripts=tuple(scripts),
    )


def _navigation(bulletin: Bulletin, config: Config) -> tuple[c.NavLink, ...]:
    entries = [c.NavLink("home", "首页", "index.html")]
    if bulletin.leaders:
        entries.append(c.NavLink("leaders", "领导", "leaders/index.html"))
    if bulletin.topics:
        entries.append(c.NavLink("topics", "专题", "topics/index.html"))
    if bulletin.issues:
        entries.append(c.NavLink("archive", "往期", "archive/index.html"))
    if config.search and bulletin.issues:
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
