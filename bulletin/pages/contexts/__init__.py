"""What a template may see: one value for each template, and the contract with theme authors.

In: nothing but the frozen values made by the page modules. Out: the names that `themes/README.md` lists; that page is
made from this module (`python -m bulletin.pages.contract`) and a test holds the two equal.

A template is given three names: `site` (a `Site`, the same on every page), `page` (the value named for its template in
`TEMPLATES`) and `root` (the way from the page back to the top of the site, such as `../../../`). A link is written
`{{ root }}{{ story.url }}`. Every `url` is relative to the top of the site and names its `index.html`, so the output
opens by double-click.

Listing pages get links and cards, never whole articles: a new paragraph in a body leaves the archive as it was.
"""

from bulletin.model import ArticleLink as ArticleLink
from bulletin.outline import Activity as Activity
from bulletin.outline import IssueHead as IssueHead
from bulletin.pages.contexts.issues import ArchivePage as ArchivePage
from bulletin.pages.contexts.issues import ArticlePage as ArticlePage
from bulletin.pages.contexts.issues import Credit as Credit
from bulletin.pages.contexts.issues import FrontPage as FrontPage
from bulletin.pages.contexts.issues import IssueContents as IssueContents
from bulletin.pages.contexts.issues import IssuePage as IssuePage
from bulletin.pages.contexts.issues import MonthPage as MonthPage
from bulletin.pages.contexts.issues import PrintPage as PrintPage
from bulletin.pages.contexts.issues import YearCard as YearCard
from bulletin.pages.contexts.issues import YearPage as YearPage
from bulletin.pages.contexts.others import Feed as Feed
from bulletin.pages.contexts.others import FeedEntry as FeedEntry
from bulletin.pages.contexts.others import GonePage as GonePage
from bulletin.pages.contexts.others import NotFoundPage as NotFoundPage
from bulletin.pages.contexts.others import RedirectPage as RedirectPage
from bulletin.pages.contexts.others import SearchPage as SearchPage
from bulletin.pages.contexts.others import Sitemap as Sitemap
from bulletin.pages.contexts.others import SitemapEntry as SitemapEntry
from bulletin.pages.contexts.others import StandingPage as StandingPage
from bulletin.pages.contexts.people import ActivityMonth as ActivityMonth
from bulletin.pages.contexts.people import DayCount as DayCount
from bulletin.pages.contexts.people import DayGrid as DayGrid
from bulletin.pages.contexts.people import GridMonth as GridMonth
from bulletin.pages.contexts.people import LeaderCard as LeaderCard
from bulletin.pages.contexts.people import LeaderGroup as LeaderGroup
from bulletin.pages.contexts.people import LeaderPage as LeaderPage
from bulletin.pages.contexts.people import LeadersPage as LeadersPage
from bulletin.pages.contexts.people import MonthCount as MonthCount
from bulletin.pages.contexts.people import PostRow as PostRow
from bulletin.pages.contexts.people import StatementGroup as StatementGroup
from bulletin.pages.contexts.people import StatementView as StatementView
from bulletin.pages.contexts.people import TopicPage as TopicPage
from bulletin.pages.contexts.people import TopicsPage as TopicsPage
from bulletin.pages.contexts.shared import Day as Day
from bulletin.pages.contexts.shared import FooterItem as FooterItem
from bulletin.pages.contexts.shared import LeaderInArticle as LeaderInArticle
from bulletin.pages.contexts.shared import Link as Link
from bulletin.pages.contexts.shared import Month as Month
from bulletin.pages.contexts.shared import NavLink as NavLink
from bulletin.pages.contexts.shared import Picture as Picture
from bulletin.pages.contexts.shared import PictureSize as PictureSize
from bulletin.pages.contexts.shared import PrintPageStories as PrintPageStories
from bulletin.pages.contexts.shared import Site as Site
from bulletin.pages.contexts.shared import Story as Story
from bulletin.pages.contexts.shared import TopicCard as TopicCard

TEMPLATES: dict[str, type] = {
    "front.html": FrontPage,
    "issue.html": IssuePage,
    "print_page.html": PrintPage,
    "article.html": ArticlePage,
    "archive.html": ArchivePage,
    "year.html": YearPage,
    "month.html": MonthPage,
    "leaders.html": LeadersPage,
    "leader.html": LeaderPage,
    "topics.html": TopicsPage,
    "topic.html": TopicPage,
    "search.html": SearchPage,
    "standing.html": StandingPage,
    "404.html": NotFoundPage,
    "redirect.html": RedirectPage,
    "gone.html": GonePage,
    "feed.xml": Feed,
    "sitemap.xml": Sitemap,
}
"""Every template a theme must have (or inherit), and the class of the `page` it is given."""
