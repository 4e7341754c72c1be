"""Protocol order, where the register gives none: bodies first, then the rank that a post's words have.

Two different orders (domain facts, section 5): bodies on the index page, persons inside one. A register's `rank` and its
own order override both; the table only proposes.
"""

from bulletin.patterns import pattern

BODIES = (
    "县委",
    "县人大常委会",
    "县政府",
    "县政协",
    "县纪委监委",
    "人武部",
    "法院",
    "检察院",
    "开发区",
    "部门",
    "乡镇",
    "上级",
    "其他",
)
SAME_BODY = {
    "县人大": "县人大常委会",
    "人大": "县人大常委会",
    "政府": "县政府",
    "政协": "县政协",
    "党委": "县委",
    "纪委": "县纪委监委",
}
ABOVE = pattern(
    "^(?:中共)?(?:[\u4e00-\u9fff]{1,4}(?:省|市)|[\u4e00-\u9fff]{1,6}(?:自治区|自治州|州|盟)|省|市|自治区|州|地|盟"
    "|国家|中央)(?:委|人大|政府|政协|纪委|[\u4e00-\u9fff]{1,10}(?:厅|局|院|办|部))|^(?:地委|行署)"
    "|^副?(?:市长|省长|州长|专员)"
)
RANKS = (
    ("县委", pattern("(?<!团)(?:县|区|旗|市)委书记$"), 1),
    ("县政府", pattern("(?<!副)(?:县长|区长|旗长)$"), 2),
    ("县人大常委会", pattern("人大.*(?<!副)主任$"), 3),
    ("县政协", pattern("政协.*(?<!副)主席$|^主席$"), 4),
    ("县委", pattern("(?:县|区|旗|市)委(?:专职)?副书记$"), 5),
    ("县政府", pattern("常务副(?:县长|区长|旗长)$"), 6),
    ("县纪委监委", pattern("纪委书记$|监委主任$"), 6),
    ("县委", pattern("(?:县|区|旗|市)委常委$|(?:组织|宣传|统战)部(?:部)?长$|政法委书记$"), 6),
    ("县人大常委会", pattern("人大.*副主任$|人大常委会.*党组"), 7),
    ("县政府", pattern("副(?:县长|区长|旗长)$|政府党组"), 8),
    ("县政协", pattern("政协.*(?:副主席|秘书长|党组.*)$|^副主席$"), 9),
    ("人武部", pattern("人武部|武装部"), 10),
    ("法院", pattern("法院.*长$"), 10),
    ("检察院", pattern("检察长$"), 10),
    ("开发区", pattern("开发区|管委会|园区|示范区|集聚区|党工委"), 11),
    ("乡镇", pattern("[镇乡]|街道|苏木"), 13),
    (
        "部门",
        pattern(
            "(?:局|办|办公室|委员会|中心|部|会|校|队)(?:党组"
            "|党委)?(?:副?(?:书记|局长|主任|部长|主席|校长|理事长|大队长|秘书长)|.*长)$|[局处]长$"
        ),
        12,
    ),
)
TOWN = pattern("(?:^|[\u4e00-\u9fff])(?:镇|乡|街道|苏木)(?:党|人大|政府|纪委|副|长|办事处)|[镇乡]长$")


def body_of(posts: tuple[str, ...]) -> tuple[str, int]:
    """(body, rank) of a person by the words of the posts: the highest of them decides; 其他 where none is known.

    Of equal ones the one outside the party committee decides: who is 县委常委、常务副县长 stands under the government.
    """
    ranked = [rank_of(post) for post in posts if post]
    if not ranked:
        return "其他", 99
    return min(ranked, key=lambda r: (r[1], r[0] == "县委"))


def rank_of(post: str) -> tuple[str, int]:
    """(body, rank) of one post; 1 is the highest of the county, superiors have 0."""
    if ABOVE.search(post):
        return "上级", 0
    if TOWN.search(post):
        return "乡镇", 13
    for body, words, rank in RANKS:
        if words.search(post):
            return body, rank
    return "其他", 99


def body_name(body: str) -> str:
    """A body as the index prints it (县人大 → 县人大常委会)."""
    return SAME_BODY.get(body, body)


def body_place(body: str) -> int:
    """Place of a body in protocol order; unknown ones come before 其他."""
    return BODIES.index(body) if body in BODIES else len(BODIES) - 2
