"""Names that a text tells to have been chosen for a post or to have left one: 吕念慈当选县长, 选举苏琦、沈霞为副县长.

In comes a text with its places, out come (place, length, posts) of each name.
"""

from collections.abc import Iterator, Sequence

from bulletin.patterns import found_at, pattern
from bulletin.people import signs
from bulletin.people.characters import HAN
from bulletin.people.endings import LIKELY, PERHAPS, ending
from bulletin.people.forms import form
from bulletin.people.places import Places
from bulletin.people.side_by_side import names_before
from bulletin.people.signs import IN_OFFICE, OF_A_TEAM, OFFICE_BEHIND
from bulletin.people.titles import office_before
from bulletin.people.vocabulary import surnames

SO_MANY_OF_THEM = "(?:等?(?:[0-9]{1,2}|[两二三四五六七八九十]{1,2})(?:[名位](?:同志|人)?|人|同志))?"
CHOSEN_BEFORE = pattern(
    f"{SO_MANY_OF_THEM}(?:同志)?(?:（女）)?(?:分别|均|都|全部)?(?:以[0-9]{{1,4}}票的?)?(?:全票|高票)?$"
)
"""What may stand between a name and 当选."""
CHOSEN = pattern(
    "当选(?!的|人|后)(?:为|了)?|被(?:选举|推选|任命|补选|聘任)为|不再(?:担任|兼任)"
    f"|代理(?=[县市区旗州镇乡]长)|[调升转改接继连]任{OFFICE_BEHIND}|出任(?<={IN_OFFICE}出任){OFFICE_BEHIND}"
    f"|担任(?<={IN_OFFICE}担任){OFFICE_BEHIND}|任(?<={IN_OFFICE}任){OFFICE_BEHIND}"
)
ELECTED = pattern(f"当选(?:为|了)?(?P<post>[{HAN}]{{2,40}}?)的(?:同志|人选)?(?:分别)?(?:有|是|为)[：:]?")
"""当选青石县县长的是：高远."""
CHOOSING = pattern("(?:选举|补选|推选|推荐|提名|任命|决定任命|决定|通过|选出)(?:了|产生了?|产生)?[：:]?\n?")
AS = pattern(f"{SO_MANY_OF_THEM}(?:同志)?(?:分别)?(?:为|任|担任|出任|代理)(?:新一届)?")
HEADING = pattern(f"[为任](?P<post>{OF_A_TEAM})[的，、]")
"""以镇长高远为组长的工作专班."""
ALSO = pattern("[，；]?(?:并|同时)*(?:决定|任命|提名|推选|选举|指定|通过)?(?:由)?[其他她](?:同时|兼)?(?:为|任|担任)?")
"""任命高远为副市长，并决定其为代理市长."""
BRACKETED = pattern(f"(?<=[{HAN}])（(?P<post>[{HAN}、]{{2,30}})）")
OWN_LEFT = pattern(
    f"(?:免去|免除|辞去|不再担任)了?[其他她](?:所?(?:担任|任)?的?)(?P<post>[{HAN}、]{{2,40}}?)(?:职务|一职)"
)
WHO_IS = pattern(
    f"(?:[\n。]|^)(?P<name>[{''.join(sorted(surnames().single))}][{HAN}]{{1,2}}?)(?:同志)?(?:是|，?(?:现任|现为)"
    f"|，(?=[^，。\n]{{4,30}}。))(?P<post>[{HAN}、]{{3,30}})[，。]"
)
IN_OFFICE_OF = pattern(f"[作身]为(?:一名)?(?P<post>[{HAN}、]{{3,30}}?)，(?=[{HAN}]{{2}})")
WHO_WAS_WORDS = ("时任", "曾任", "身为", "担任", "当选", "选举为", "任命为")
WHO_WAS = pattern(f"(?:时任|曾任|身为|曾?担任|当选为?|(?:选举|任命)为)(?P<post>[{HAN}、]{{2,40}}?)的(?=[{HAN}])")
DECIDED_ON = pattern(
    f"关于(?:提请|提名|决定)?(?P<names>[{HAN}·、]{{2,60}}?)(?:等)?同志(?:的)?(?:工作)?(?:职务)?(?:任免|任职|免职"
    f"|职务调整)(?=[^，。；\n]{{0,8}}(?:决定|通知|议案|文件))"
)
LEAVING = pattern("(?:免去|免除|接受|同意)了?[：:]?\n?")
LEFT = pattern(
    f"(?:同志)?(?:(?:因[^，。；]{{2,8}}?)?(?:请求|申请|提出)?辞去(?:其|所)?(?:担任的|的)?|所?(?:担任的|任)"
    f"|的)?(?P<post>[{HAN}、]{{2,40}}?)(?:职务|一职)(?:[，；](?=[^，；：。]{{2,5}}的)\n?|[；。]?\n)?"
)
"""接受高远辞去县长职务, 免去苏琦的副县长职务, 免除何野县长一职."""
RESIGNED = pattern(
    f"(?:[，。；\n]|^)(?P<name>[{HAN}]{{2,4}}?)(?:同志)?(?:因[^，。；\n]{{2,12}}?)?(?:主动|申请|请求"
    f"|提出)?辞去了?(?:其|所)?(?:担任的|任|的)?(?P<post>[{HAN}、]{{2,40}}?)(?:职务|一职)"
)
"""高远同志因工作变动辞去县长职务: who leaves a post by his own wish."""
CERTIFIED = pattern(
    f"[向为给](?P<names>[{HAN}·、]{{2,60}}?)(?:等?[0-9两二三四五六七八九十]{{0,2}}[人名位]?)(?:分别)?颁发?了?(?P<post>[{HAN}]{{2,20}}?)的?(?:当选证书?|任命书)"
)
"""向苏琦、沈霞颁发副县长当选证书."""
Chosen = tuple[int, int, tuple[str, ...]]


def find_chosen(places: Places) -> Iterator[Chosen]:
    """Everybody who was elected, appointed, removed, or has resigned; a seat among many (政协常务委员) is no post."""
    chosen = [choice for choice in _all_chosen(places) if not _is_a_seat(places.text, choice)]
    yield from chosen
    yield from _decided_on(places)
    yield from _own_left(places, chosen)
    yield from _resigned(places)
    yield from _who_was(places)
    yield from _who_is(places)
    yield from _certified(places)
    yield from _in_brackets(places)


HEADING_REACH = 60
SENTENCE_END = pattern("[。\n]")
SEATS = pattern("(?:常务委员|政协委员|人大代表)$|(?:人民代表大会|人大)(?:常委会|常务委员会)委员$")
OF_A_CONGRESS = ("人大常委会", "人民代表大会")


def _is_a_seat(text: str, choice: Chosen) -> bool:
    """Whether somebody was chosen to sit among many: 人大代表, 县人大常委会委员, and 委员 alone in a sentence on such a committee."""
    at, _, posts = choice
    if posts == ("委员",):
        sentence = text[max(text.rfind("。", 0, at), text.rfind("\n", 0, at)) + 1 : at]
        return any(map(sentence.__contains__, OF_A_CONGRESS))
    return all(map(SEATS.search, posts))


def _all_chosen(places: Places) -> Iterator[Chosen]:
    text, rare = places.text, places.rare
    for match in CHOSEN.finditer(text) if rare & signs.BEGIN_CHOSEN else ():
        if posts := places.posts_ahead(match.end()):
            begin = max(0, match.start() - 12)
            between = CHOSEN_BEFORE.search(text[begin : match.start()])
            end = begin + between.start() if between else match.start()
            by = match[0] not in ("当选", "当选为", "当选了")  # 由|何野代理县长, but 由国山当选
            named = names_before(places, end)
            each = _one_each(posts, len(named)) if between and "分别" in between[0] else ()
            for i, (at, length) in enumerate(sorted(named)):
                begins = int(by and text[at] == "由" and form(text[at + 1 : at + length]) > 0)
                yield at + begins, length - begins, each[i : i + 1] or posts
            yield from _choices(places, match.end() + len("、".join(posts)) + 1)
    for match in ELECTED.finditer(text) if rare & signs.BEGIN_CHOSEN else ():
        titles = places.titles_at(match.end("post"))
        if titles and not titles.private and titles.start <= match.start("post") + 1:
            post, at = (places.printed[match.start("post") : match.end("post")],), match.end()
            while length := places.list_name(at):
                yield at, length, post
                at = places.behind_note(at + length) + 1
                if text[at - 1 : at] not in ("、", " "):
                    break
    for match in HEADING.finditer(text) if rare & signs.BEGIN_TEAM else ():
        post = (places.printed[match.start("post") : match.end("post")],)
        reach = max(0, match.start() - HEADING_REACH)
        begin = max(text.rfind("以", reach, match.start()), text.rfind("由", reach, match.start()))
        if begin >= 0 and "。" not in text[begin : match.start()]:
            end = match.start() - text.endswith("担", 0, match.start())
            yield from ((at, length, post) for at, length in names_before(places, end))
    for match in CHOOSING.finditer(text) if rare & signs.BEGIN_CHOOSING else ():
        yield from _choices(places, match.end())
    for match in LEAVING.finditer(text) if rare & signs.BEGIN_LEAVING else ():
        at = match.end()
        while (length := _who_leaves(places, at)) and (left := LEFT.match(text, at + length)):
            if posts := places.posts_between(*left.span("post")):
                yield at, length, posts
            at = left.end()


def _one_each(posts: tuple[str, ...], people: int) -> tuple[str, ...]:
    """The posts of people who were chosen each for one, in order: 苏琦、沈霞分别当选为镇人大主席和副主席. None where they are not as many."""
    apart = tuple(post for item in posts for post in ([item] if item.count("和") != 1 else item.split("和")))
    whole = len(apart) == people > 1 and all(office_before(post, len(post)) for post in apart)
    return apart if whole else ()


def _decided_on(places: Places) -> Iterator[Chosen]:
    """关于江北、何野同志职务任免的决定: whose posts a decision is about, without a word of them."""
    for match in DECIDED_ON.finditer(places.text) if places.rare & signs.BEGIN_CHOOSING else ():
        yield from ((at, length, ()) for at, length in names_before(places, match.end("names")))


def _who_leaves(places: Places, at: int) -> int:
    """The length of a name at `at` right before a post: 免去甘力行|县水利局局长职务, where 甘力 is a name as well."""
    length = places.names.length_at(at, must=True)
    behind = places.text[at + length : at + length + 2]
    if length == 2 and len(behind) == 2 and behind[1] in "县市区旗" and behind[0] not in "的同因请辞所担副代原县市区旗":
        return 3 if form(places.text[at : at + 3]) > 2 else 2
    return length


def _own_left(places: Places, chosen: Sequence[Chosen]) -> Iterator[Chosen]:
    """苏琦任县民政局局长，免去其县水利局副局长职务: a post that the one chosen last in the sentence leaves."""
    for match in OWN_LEFT.finditer(places.text) if places.rare & signs.BEGIN_LEAVING else ():
        posts = places.posts_between(*match.span("post"))
        before = [choice for choice in chosen if choice[0] < match.start()]
        if posts and before:
            at, length, _ = max(before)
            if not SENTENCE_END.search(places.text, at, match.start()):
                yield at, length, posts


def _resigned(places: Places) -> Iterator[Chosen]:
    """高远辞去县长职务, at the beginning of a clause."""
    for match in RESIGNED.finditer(places.text) if "辞去" in places.text else ():
        posts = places.posts_between(*match.span("post"))
        if posts and places.names.length_at(match.start("name"), must=True) == len(match["name"]):
            yield match.start("name"), len(match["name"]), posts


def _who_is(places: Places) -> Iterator[Chosen]:
    """苏琦是县水利局局长，; 作为县水利局局长，苏琦…: a sentence that begins with somebody and the post."""
    text, names = places.text, places.names
    first = WHO_IS.match(text)
    behind = found_at(WHO_IS, text, "\n。", first.end() if first else 0)
    for match in (first, *behind) if first else behind:
        posts = places.posts_between(*match.span("post"))
        if posts and names.length_at(match.start("name"), must=True) == len(match["name"]):
            yield match.start("name"), len(match["name"]), posts
    for match in IN_OFFICE_OF.finditer(text) if "作为" in text or "身为" in text else ():
        at = match.end()
        length, posts = names.length_at(at, must=True), places.posts_between(*match.span("post"))
        sure = ending(text, at + length) >= (LIKELY if length < 3 else PERHAPS)
        if posts and (sure or form(text[at : at + length]) > 3):
            yield at, length, posts


def _who_was(places: Places) -> Iterator[Chosen]:
    """曾任县委书记的高远: a post that somebody holds or held, before 的 and the name."""
    text = places.text
    for match in WHO_WAS.finditer(text) if any(word in text for word in WHO_WAS_WORDS) else ():
        length, titles = places.names.length_at(match.end(), must=True), places.titles_at(match.end("post"))
        if length and titles and not titles.private:
            begin = match.start("post")
            items = [(max(begin, start), end) for start, end in titles.items if end > begin]
            yield match.end(), length, tuple(places.printed[slice(*item)] for item in items)


def _certified(places: Places) -> Iterator[Chosen]:
    """Who is handed the certificate of a post: 向苏琦、沈霞颁发副县长当选证书."""
    handed = "当选证" in places.text or "任命书" in places.text
    for match in CERTIFIED.finditer(places.text) if handed else ():
        if posts := places.posts_between(*match.span("post")):
            for at, length in names_before(places, match.end("names")):
                begin = max(at, match.start("names"))  # 向|赵荣德
                yield begin, at + length - begin, posts


def _in_brackets(places: Places) -> Iterator[Chosen]:
    """高远（县委书记）、何明川（县长）: posts in brackets behind names."""
    text = places.text
    for match in BRACKETED.finditer(text) if "（" in text else ():
        titles = places.titles_at(match.end("post"))
        if titles is None or titles.private or titles.start > match.start("post"):
            continue
        for at, length in names_before(places, match.start())[-1:]:
            if at + length == match.start():
                yield at, length, tuple(places.printed[slice(*match.span("post"))].split("、"))


def _choices(places: Places, at: int) -> Iterator[Chosen]:
    """One choice behind the other: 苏琦为副县长，沈霞为县监委主任."""
    while at:
        names, posts, at, apart = _one_choice(places, at)
        each = _one_each(posts, len(names)) if apart else ()
        yield from ((place, length, each[i : i + 1] or posts) for i, (place, length) in enumerate(names))
        at += (2 if places.text.startswith("\n", at + 1) else 1) if at else 0


def _acting_at(places: Places, at: int) -> int:
    """The length of a name at `at` before 代理, which with what follows it looks like a post: 高远代理县长职务."""
    length = places.names.length_at(at, must=True)
    return length if length and places.text.startswith("代理", at + length) else 0


def _one_choice(places: Places, at: int) -> tuple[list[tuple[int, int]], tuple[str, ...], int, bool]:
    """(names, posts, end, whether 分别 stands before the posts) of 苏琦、沈霞为副县长 at `at`; the end is 0 where there is none."""
    text, names = places.text, list[tuple[int, int]]()
    at = places.behind_post_at(at)
    while length := places.list_name(at) or _acting_at(places, at):
        names.append((at, length))
        at += length
        at = places.behind_note(at + text.startswith("同志", at) * 2)
        if text[at : at + 1] != "、":
            break
        at += 1
    if names and names[-1][1] == 3 and text[at - 1] in "为任" and places.posts_ahead(at):
        at -= 1  # 苏琦|为副县长
        names[-1] = (names[-1][0], 2)
    if names and names[-1][1] == 2 and text.startswith("成为", at):
        at += 1  # 任命江海成|为副县长
        names[-1] = (names[-1][0], 3)
    role = AS.match(text, at)
    posts = places.posts_ahead(role.end()) if names and role else ()
    if not role or not posts:
        return [], (), 0, False
    end = role.end() + len("、".join(posts))
    if (also := ALSO.match(text, end)) and (more := places.posts_ahead(also.end())):
        return names, posts + more, also.end() + len("、".join(more)), False
    return names, posts, end, "分别" in role[0]
