"""Leaders in texts: who is found, with which posts, who is not; the register; what was said."""

from datetime import date

import pytest

from bulletin.findings import BulletinError
from bulletin.model import FrontMatter, Paragraph, Person, Report, Statement
from bulletin.people.find import find_people
from bulletin.people.known import KnownNames
from bulletin.people.link import identify, learn, recognise
from bulletin.people.listed import sentences_naming
from bulletin.people.lists import names_in_list
from bulletin.people.posts import same_post
from bulletin.people.protocol import body_of
from bulletin.people.register import Register, parse_register, posts_on
from bulletin.people.roles import find_roles, mentions
from bulletin.people.statements import find_statements

NOBODY = KnownNames()


def found(text: str, known: KnownNames = NOBODY, byline: tuple[str, ...] = ()) -> dict[str, list[str]]:
    return {f.name: f.titles for f in find_people(text, known, byline)}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("10月11日，县委书记高远主持召开会议。", {"高远": ["县委书记"]}),
        ("县委副书记、县长何明川冒雨带队检查。", {"何明川": ["县委副书记", "县长"]}),
        ("县委常委政府副县长江北就安全生产作了部署。", {"江北": ["县委常委", "政府副县长"]}),
        ("副县长江北、苏青、石安陪同。", {"江北": ["副县长"], "苏青": ["副县长"], "石安": ["副县长"]}),
        ("县领导何明川、苏青、欧阳青参加。", {"何明川": [], "苏青": [], "欧阳青": []}),
        ("青石县委书记高远到石鼓镇调研。", {"高远": ["青石县委书记"]}),
        ("县政协文史资料和学习委员会主任高远带队调研。", {"高远": ["县政协文史资料和学习委员会主任"]}),
        ("据镇党委副书记、镇长高远介绍，今年增收。", {"高远": ["镇党委副书记", "镇长"]}),
        ("路修好了，据乡长何明川介绍，还要再修。", {"何明川": ["乡长"]}),
        ("县委书记高远，县长何明川出席。", {"高远": ["县委书记"], "何明川": ["县长"]}),
        ("副县长艾力·肉孜一行来到学校。", {"艾力·肉孜": ["副县长"]}),
        ("受县委书记高远委托，副县长江北看望了老人。", {"高远": ["县委书记"], "江北": ["副县长"]}),
        (
            "政协会议闭幕\n苏青 江北当选为县政协副主席\n政协会议今天闭幕，苏青、江北当选为副主席。",
            {"苏青": ["县政协副主席", "副主席"], "江北": ["县政协副主席", "副主席"]},
        ),
        (
            "当选青石县人大常委会主任的是：江北；当选副主任的是：何野",
            {"江北": ["青石县人大常委会主任"], "何野": ["副主任"]},
        ),
        (
            "县人大常委会副主任石安、田野，党组副书记马驰参加。",
            {"石安": ["县人大常委会副主任"], "田野": ["县人大常委会副主任"], "马驰": ["党组副书记"]},
        ),
        (
            "陪同的有青石土家族自治县委常委、宣传部部长高远、副县长何野。",
            {"高远": ["青石土家族自治县委常委", "宣传部部长"], "何野": ["副县长"]},
        ),
        ("和布清尔蒙古自治县委书记高远来到牧场。", {"高远": ["和布清尔蒙古自治县委书记"]}),
        ("副区长公安局长江北则要求严查酒驾。", {"江北": ["副区长", "公安局长"]}),
        ("时任县教育局局长江北回到学校。", {"江北": ["时任县教育局局长"]}),
        ("牵头单位负责人审计局局长江北主持。", {"江北": ["审计局局长"]}),
        ("市政协主席高远携秘书长何野到县里调研。", {"高远": ["市政协主席"], "何野": ["秘书长"]}),
        ("免去何力行县医保局局长职务，江北的副县长职务。", {"何力行": ["县医保局局长"], "江北": ["副县长"]}),
        ("责成两镇党委书记、镇长马上整改。", {}),
        ("公司总经理何野、办公室主任江北参加。", {}),
        ("黄土岭乡党委书记带队走访。", {}),
    ],
)
def test_leaders_are_found_with_posts_as_printed(text: str, people: dict[str, list[str]]) -> None:
    assert found(text) == people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县委常委、宣传部部长茶晓东主持会议。", "茶晓东"),
        ("县领导昌学民、官子敏出席，县人武部政委官子敏讲话。", "昌学民 官子敏"),
        ("副旗长宝音德力格尔参加调研。", "宝音德力格尔"),
        ("县委副书记、县长恩克达来先后来到两个镇。", "恩克达来"),
        ("县委书记艾力·肉孜到石桥镇调研。", "艾力·肉孜"),
        ("县政协副主席艾力·肉孜和古丽娜尔·木拉提出席会议。", "艾力·肉孜 古丽娜尔·木拉提"),
        ("格桑卓玛镇长作了安排。", "格桑卓玛"),
        ("市委常委、常务副市长邱玲轩来县检查。", "邱玲轩"),
        ("县领导高远何明川苏青江北出席会议。", "高远 何明川 苏青 江北"),
        ("高远何明川苏青等县领导出席。", "高远 何明川 苏青"),
        ("桓永胜、贝丽、勾保全等县委班子成员参加会议。", "桓永胜 贝丽 勾保全"),
        ("免去刘伟同志石桥镇党委书记职务。", "刘伟"),
        ("选举巴特尔、乌云其木格为副县长。", "巴特尔 乌云其木格"),
        ("县委副书记四郎拥忠、副县长登真参加。", "四郎拥忠 登真"),
        ("县公安局局长买合木提到石桥镇检查，镇长阿卜杜拉陪同。", "买合木提 阿卜杜拉"),
        ("旗长苏日嘎拉图到苏木调研，副旗长呼日乐分别作了安排。", "苏日嘎拉图 呼日乐"),
        ("寿光明代表县人民政府作政府工作报告。", "寿光明"),
        ("副县长成勇任现场总指挥，县公安局局长何继任到场。", "成勇 何继任"),
        ("高远主持会议，何明川通报情况，苏青、江北作交流发言。", "高远 何明川 苏青 江北"),
        ("县工信局梁正局长介绍情况。", "梁正"),
        ("镇党委书记成长江介绍，镇里建了大棚。", "成长江"),
    ],
)
def test_names_of_every_form(text: str, names: str) -> None:
    assert " ".join(found(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "村民石大山说，路修好了。",
        "政协委员何野提交了提案。",
        "各级领导干部要带头转变作风。",
        "县委书记热线、局长信箱都能反映问题。",
        "寺管会主任扎西介绍了情况。",
        "县委书记向道德模范热娜·尼亚孜颁奖。",
        "本报记者苏小雨摄。",
        "青石茶业公司董事长江北介绍了产品。",
        "村党支部书记田有福带着大家种茶。",
        "县委书记高度重视，多次批示。",
        "各级党委书记要负起责任。",
        "县医院院长马医生介绍病情。",
        "县长安排部署了工作。",
        "老党员周有田领到了奖章。",
        "合作社理事长何老三笑着说。",
        "护林员石永强每天走二十里。",
        "主要负责同志参加会议。",
        "几位副县长依次通报了上半年的工作。",
        "县政府召开县长周例会，研究近期工作。",
        "会议推定了主席团常务主席和执行主席名单、决定了大会副秘书长。",
        "县领导要求，要把家底摸清。",
        "全县建立县级领导包乡镇、乡镇干部包村的制度。",
    ],
)
def test_others_are_no_leaders(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "words",
    [
        "县长季例会听取汇报",
        "副县长宣传工作会议",
        "书记党建工作述职",
        "县长招商工作汇报",
        "会议指出，扎实安排部署",
        "副县长经常深入一线",
    ],
)
def test_words_behind_a_post_are_nobody(words: str) -> None:
    assert not found(f"6月3日，县里召开会议。{words}，各乡镇作了汇报。")


def test_names_glued_in_a_headline_are_found_where_they_stand_below_it() -> None:
    text = "高远主持召开县委常委会会议 何明川苏青出席\n3月4日，县委书记高远主持会议，何明川、苏青出席。"
    assert set(found(text)) == {"高远", "何明川", "苏青"}


def test_a_post_keeps_the_whole_name_of_its_body() -> None:
    assert found("现场给县城市管理综合执法局局长何明川打去电话。") == {"何明川": ["县城市管理综合执法局局长"]}


def test_what_is_talked_about_belongs_to_no_post() -> None:
    assert found("委员们分6个组认真讨论州人大常委会副主任何明川的讲话。") == {"何明川": ["州人大常委会副主任"]}


def test_a_known_name_is_found_where_a_leader_stands_and_nowhere_else() -> None:
    known = KnownNames(archive=frozenset(["何明川"]))
    assert "何明川" in found("何明川强调，要抓好落实。", known)
    assert found("（记者 何明川）", known, ("何明川",)) == {}


def test_known_names_in_a_list_are_found_beside_those_that_are_found_later() -> None:
    known = KnownNames(archive=frozenset(["苏青山", "何明川", "江北望", "余保田"]))
    text = "副县长高远宣读了方案。会上还学习了有关文件精神，苏青山、何明川、江北望、余保田、高远结合各自工作作了发言。"
    assert set(found(text, known)) == {"高远", "苏青山", "何明川", "江北望", "余保田"}


def test_a_registered_name_is_found_anywhere_but_not_inside_a_longer_one() -> None:
    known = KnownNames(register=frozenset(["马驰", "薛马驰"]))
    assert set(found("会议由薛马驰主持。", known)) == {"薛马驰"}


@pytest.mark.parametrize("text", ["要保证工程质量和安全的进度。", "志存高远，脚踏实地。"])
def test_a_registered_name_of_two_characters_is_not_taken_out_of_words(text: str) -> None:
    assert found(text, KnownNames(register=frozenset(["和安", "高远"]))) == {}


def test_a_registered_name_of_two_characters_is_found_where_a_name_stands() -> None:
    known = KnownNames(register=frozenset(["和安", "高远"]))
    assert set(found("会议由高远主持，和安作了汇报。", known)) == {"高远", "和安"}


def said(paragraphs: list[str], *names: str) -> tuple[Statement, ...]:
    text = "\n".join(paragraphs)
    return find_statements(text, text, mentions(text, names), {name: name for name in names})


def test_learning_does_not_depend_on_order() -> None:
    one = Report("a", 1, 1, paragraphs=(Paragraph("副县长苏青调研。", 1, 1),))
    other = Report("b", 1, 1, paragraphs=(Paragraph("苏青一行走访了农户。", 1, 1),))
    for reports in ((one, other), (other, one)):
        evidence = [e for r in reports for e in recognise(r).evidence]
        known = learn(evidence, Register())
        assert [p.name for p in recognise(other, known).people] == ["苏青"]
    assert recognise(other).people == ()


def test_roles_stay_with_their_people() -> None:
    text = "县委书记高远主持召开会议。副县长江北、苏青参加。何明川传达了精神。高远强调，要抓落实。"
    roles = find_roles(text, mentions(text, ["高远", "江北", "苏青", "何明川"]))
    assert roles["高远"] == ("主持", "强调")
    assert roles["江北"] == roles["苏青"] == ("参加",)
    assert "传达" in roles["何明川"]


def test_statements_keep_subject_points_and_paragraph() -> None:
    texts = ["开头。", "就做好安全生产工作，高远强调：一是排查要细；二是整改要快；三是责任要实。"]
    (statement,) = said(texts, "高远")
    assert (statement.speaker, statement.verb, statement.subject, statement.paragraph) == (
        "高远",
        "强调",
        "安全生产",
        1,
    )
    assert [p[:2] for p in statement.points] == ["一是", "二是", "三是"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("苏小雨 何野", ["苏小雨", "何野"]),
        ("苏小雨何野江北", ["苏小雨", "何野", "江北"]),
        ("何　野 江北", ["何野", "江北"]),
        ("欧阳青、苏小雨", ["欧阳青", "苏小雨"]),
        ("艾力·肉孜 何野", ["艾力·肉孜", "何野"]),
    ],
)
def test_names_of_a_byline(text: str, names: list[str]) -> None:
    assert names_in_list(text) == names


REGISTER = """leaders:
- id: gao-yuan
  name: 高远
  posts:
  - {body: 县政府, text: 县长, from: 2020-01, to: 2022-12}
  - {body: 县委, text: 县委书记, from: 2023-01-05}
- {id: wang-1, name: 王宏, posts: [{text: 副县长, from: 2020, to: 2021}]}
- {id: wang-2, name: 王宏, posts: [{text: 局长, from: 2022}]}
"""


def test_posts_by_period() -> None:
    register, findings = parse_register(REGISTER, "leaders.yaml")
    assert findings == []
    gao = register.leaders[0]
    assert [p.text for p in posts_on(gao, date(2022, 12, 31))] == ["县长"]
    assert [p.text for p in posts_on(gao, date(2023, 1, 4))] == []
    assert [p.text for p in posts_on(gao, date(2024, 1, 1))] == ["县委书记"]


def test_of_people_with_one_name_the_one_in_office_that_day() -> None:
    register, _ = parse_register(REGISTER, "leaders.yaml")
    assert identify(Person("王宏"), register, date(2020, 6, 1))[0].id == "wang-1"
    assert identify(Person("王宏"), register, date(2023, 6, 1))[0].id == "wang-2"
    person, count = identify(Person("王宏"), register, date(2019, 6, 1))
    assert (person.id, count) == ("", 2)


def test_of_people_with_one_name_in_office_together_the_printed_post_tells() -> None:
    register, _ = parse_register(
        "- {id: one, name: 张伟, posts: [县教育局局长]}\n- {id: two, name: 张伟, posts: [{text: 青坪镇副镇长, from: 2022}]}\n", "leaders.yaml"
    )  # fmt: skip
    day = date(2024, 3, 5)
    assert identify(Person("张伟", ("教育局局长",)), register, day)[0].id == "one"
    assert identify(Person("张伟", ("副镇长",)), register, day)[0].id == "two"
    assert identify(Person("张伟", ("县长",)), register, day) == (Person("张伟", ("县长",)), 2)
    assert identify(Person("张伟"), register, day)[1] == 2


@pytest.mark.parametrize(
    ("text", "id", "line"),
    [
        ("leaders:\n- {id: a, name: 高远}\n- {id: a, name: 何明川}\n", "id-taken", 3),
        ("leaders:\n- {id: A B, name: 高远}\n", "id-form", 2),
        ("leaders:\n- id: a\n", "key-missing", 2),
        ("leaders:\n- name: 高远\n  posts:\n  - {text: 县长, from: 2020-13}\n", "date-impossible", 4),
        ("leaders:\n- name: 高远\n  posts:\n  - {body: 县委}\n", "key-missing", 4),
        ("leaders:\n- name: [高远]\n", "value-wrong", 2),
    ],
)
def test_a_mistake_in_the_register_has_its_line(text: str, id: str, line: int) -> None:
    with pytest.raises(BulletinError) as caught:
        parse_register(text, "leaders.yaml")
    assert (caught.value.finding.id, caught.value.finding.place.line) == (id, line)


def test_an_unknown_key_of_the_register_names_the_nearest() -> None:
    _, findings = parse_register("leaders:\n- {name: 高远, alias: [老高]}\n", "leaders.yaml")
    assert [(f.id, dict(f.values)["near"]) for f in findings] == [("key-unknown", "aliases")]


@pytest.mark.parametrize(
    ("posts", "body"),
    [
        (("县委书记",), "县委"),
        (("县委副书记", "县长"), "县政府"),
        (("县委常委", "常务副县长"), "县政府"),
        (("县人大常委会党组书记", "主任"), "县人大常委会"),
        (("县政协副主席",), "县政协"),
        (("青坪镇党委书记",), "乡镇"),
        (("县教育局局长",), "部门"),
        (("市委常委", "副市长"), "上级"),
        (("镇党委书记",), "乡镇"),
        (("团县委书记",), "其他"),
        (("党工委书记", "管委会主任"), "开发区"),
        ((), "其他"),
    ],
)
def test_bodies_in_protocol_order(posts: tuple[str, ...], body: str) -> None:
    assert body_of(posts)[0] == body


def test_a_candidate_for_a_post_keeps_the_word() -> None:
    assert found("青坪镇党委书记高远，党委副书记、镇长提名人选何明川陪同。")["何明川"] == ["党委副书记", "镇长提名人选"]


def test_a_verb_behind_glued_names_of_a_headline_is_no_name() -> None:
    text = "高远 何明川来岚督查项目\n3月4日，县委书记高远，县长何明川到工地督查。"
    assert set(found(text)) == {"高远", "何明川"}


def test_the_last_name_of_a_list_before_the_others() -> None:
    text = "县领导高远、何明川、李清及各乡镇党委书记、县直部门负责人参加会议。"
    assert set(found(text)) == {"高远", "何明川", "李清"}


def test_pinyin_that_a_broken_conversion_left_hides_nobody() -> None:
    report = Report(
        "a", 1, 1, paragraphs=(Paragraph("縣長(zhǎng)高遠來到學(xué)校，縣領(lǐng)導(dǎo)何明川、蘇青參加。", 1, 1),)
    )
    assert [p.name for p in recognise(report).people] == ["高遠", "何明川", "蘇青"]


def test_a_post_is_given_as_it_stands_before_the_name_with_its_pinyin() -> None:
    words = "副縣長何明川陪同，副縣長（zhǎng）高遠、縣（xiàn）委書記蘇青參加。"
    people = recognise(Report("a", 1, 1, paragraphs=(Paragraph(words, 1, 1),))).people
    assert [(p.name, p.titles) for p in people] == [
        ("何明川", ("副縣長",)),
        ("高遠", ("副縣長（zhǎng）",)),
        ("蘇青", ("縣（xiàn）委書記",)),
    ]


def test_the_register_knows_a_post_without_the_pinyin_in_it() -> None:
    assert same_post("縣（xiàn）委書記", "青石縣委書記")
    assert not same_post("副縣長（zhǎng）", "縣長")


@pytest.mark.parametrize(
    ("text", "speaker", "subject", "words"),
    [
        ("就做好安全生产工作，县长何明川强调：要守住底线。", "何明川", "安全生产", "要守住底线。"),
        ("就做好安全生产工作，何明川强调：要守住底线。", "何明川", "安全生产", "要守住底线。"),
        ("县长何明川在会上强调，要守住底线。", "何明川", "", "要守住底线。"),
        ("何明川最后指出，要守住底线。", "何明川", "", "要守住底线。"),
    ],
)
def test_a_statement_begins_behind_the_speaker(text: str, speaker: str, subject: str, words: str) -> None:
    (statement,) = said([text], "何明川")
    assert (statement.speaker, statement.subject, statement.text) == (speaker, subject, words)


def test_a_statement_ends_before_the_next_speakers_posts() -> None:
    text = "县委书记高远强调，要抓落实。一是压实责任；二是排查隐患。就信访工作，副县长江北指出，要多接访。"
    first, second = said([text], "高远", "江北")
    assert first.text == "要抓落实。一是压实责任；二是排查隐患。"
    assert first.points == ("要抓落实。", "一是压实责任；", "二是排查隐患。")
    assert (second.subject, second.text) == ("信访", "要多接访。")


def written(*leaders: str, text: str) -> Report:
    """A report whose leaders an editor listed."""
    return Report("a.md", 1, 9, paragraphs=(Paragraph(text, 1, 1),), front_matter=FrontMatter(leaders=leaders))


def test_whom_an_editor_listed_is_read_like_anybody_else_and_nobody_besides() -> None:
    """Leaders listed above a text get the posts, roles and statements that reading the whole of it would give them."""
    report = written(
        "苏青",
        "江北",
        text="7月3日，副县长江北、苏青到石鼓镇检查防汛。县委书记高远主持会议。就做好防汛工作，苏青强调：一要快，二要稳。",
    )
    found = recognise(report)
    assert {p.name: p.titles for p in found.people} == {"江北": ("副县长",), "苏青": ("副县长",)}
    assert [s.speaker for s in found.statements] == ["苏青"]
    assert {e.name for e in found.evidence} == {"江北", "苏青"}  # and not 高远


def test_a_post_of_somebody_listed_counts_whatever_it_is() -> None:
    report = written("向明", text="县法院执结案件37件。院长向明表示，立案不过夜。今天，天气晴。")
    assert recognise(report).people[0].titles == ("院长",)


def test_places_in_the_sentences_that_name_somebody_are_those_in_the_text() -> None:
    text = "高远到石鼓镇\n7月3日，天气晴。县长高远检查防汛！干部都来了？苏青、高远强调：要快。\n大家鼓掌。高远高度评价"
    heard = sentences_naming(text, ["高远", "苏青"], text.index("\n") + 1)
    assert heard.words == "高远到石鼓镇\n县长高远检查防汛！苏青、高远强调：要快。高远高度评价"
    here, everywhere = heard.mentions(["高远", "苏青"])
    assert here == mentions(heard.words, ["高远", "苏青"])
    assert everywhere == mentions(text, ["高远", "苏青"])
    assert [name for _, name in heard.mentions(["苏青"])[1]] == ["苏青"]


def test_nobody_is_looked_for_where_the_list_is_empty() -> None:
    assert recognise(written(text="县委书记高远检查工作。")).people == ()


def test_words_before_a_post_and_behind_a_label_are_no_part_of_either() -> None:
    text = "随着县人大常委会副主任高远宣布开幕，现场响起掌声。主要领导亲自抓，形成合力。组成人员和人大代表视察。"
    assert found(text) == {"高远": ["县人大常委会副主任"]}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("听取了县财政局局长孙启和作的关于预算的报告。", {"孙启和": ["县财政局局长"]}),
        ("县长高远和作协主席苏青参加。", {"高远": ["县长"]}),
        ("会议表决通过了对石立新、于红梅两位审判委员会委员的任命。", {"石立新": ["审判委员会委员"], "于红梅": ["审判委员会委员"]}),
        ("州草原站站长卢俊一行到青石县调研，县草原站站长何立陪同。", {"卢俊": ["州草原站站长"]}),
        ("青石县政府副县长尕保、斗拉组织乡镇干部外出学习。", {"尕保": ["青石县政府副县长"], "斗拉": ["青石县政府副县长"]}),
        ("三块硬骨头由分管副县长包到底。", {}),
        ("县级领导包镇、镇干部包村，确保平稳。", {}),
        ("县领导包志、高远参加。", {"包志": [], "高远": []}),
        ("镇包村领导何野、驻村第一书记石小满入户走访。", {"何野": []}),
        ("包村领导要亲自抓，包镇领导负总责。", {}),
        ("高远致辞，上河市人才服务中心主任江北到会。", {"江北": ["上河市人才服务中心主任"]}),
        ("启动仪式上市水利局局长江北讲话。", {"江北": ["市水利局局长"]}),
        ("县委党史和地方志编纂中心主任江北作说明。", {"江北": ["县委党史和地方志编纂中心主任"]}),
        ("该乡乡长江东冒雨排查，本镇镇长何野到场。", {"江东": ["乡长"], "何野": ["镇长"]}),
        ("高桥乡乡长江东参加。", {"江东": ["高桥乡乡长"]}),
        ("召开乡镇党委书记谈话会。", {}),
        ("县委书记谈会明主持会议。", {"谈会明": ["县委书记"]}),
        ("严把人选关口，促进林区长治久安。", {}),
        ("县政协副主席张玲、县人武部政委陈少特邀列席会议。", {"张玲": ["县政协副主席"], "陈少": ["县人武部政委"]}),
        ("随后，唐东明同志作关于提名名单的说明。", {"唐东明": []}),
        ("县总工会主席阿卫东带领一行十数人来到观音村。", {"阿卫东": ["县总工会主席"]}),
        ("县领导高远、江北和苏青等在县直部门负责人陪同下检查。", {"高远": [], "江北": [], "苏青": []}),
        ("县委党校常务副校（院）长江北一行到青石镇调研。", {"江北": ["县委党校常务副校（院）长"]}),
        ("何俐副县长督导安全\n1月21日，县政府副县长何俐检查。何俐县长指出。", {"何俐": ["副县长", "县政府副县长"]}),
        ("会议召开。陈绿县长对教育提出意见。", {"陈绿": ["县长"]}),
        ("张北县召开会议。张北县长强调落实。", {}),
    ],
)  # fmt: skip
def test_names_beside_words_that_are_like_them(text: str, people: dict[str, list[str]]) -> None:
    assert found(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("副县长何野眉头紧锁，县长高远若有所思，局长石磊外出考察。", {"何野": ["副县长"], "高远": ["县长"], "石磊": ["局长"]}),
        ("副县长何心怡参加。", {"何心怡": ["副县长"]}),
        ("县发改局主要负责人及副县长钱多福参加。", {"钱多福": ["副县长"]}),
        ("县发展和改革局局长钱多福参加。", {"钱多福": ["县发展和改革局局长"]}),
        ("县委常委、副县长（挂职、分管教育）何野参加。", {"何野": ["县委常委", "副县长（挂职、分管教育）"]}),
        ("县长高远任组长，副县长何野任副组长。", {"高远": ["县长", "组长"], "何野": ["副县长", "副组长"]}),
        ("成立由县长高远任总队长、副县长何野任政委的突击队。", {"高远": ["县长", "总队长"], "何野": ["副县长", "政委"]}),
        ("省驻村办副主任何野到会，驻村工作队队长石小满发言。", {"何野": ["省驻村办副主任"]}),
        ("县委书记高远会见中铁十二局党委书记、董事长钱多福一行。", {"高远": ["县委书记"]}),
        ("高远会见市财政局党组书记、国资集团董事长钱多福。", {"钱多福": ["市财政局党组书记", "国资集团董事长"]}),
        ("邻县白河县委书记钱多福、兄弟县石泉县县长何野到会。", {"钱多福": ["白河县委书记"], "何野": ["石泉县县长"]}),
    ],
)  # fmt: skip
def test_words_behind_a_name_and_bodies_before_one(text: str, people: dict[str, list[str]]) -> None:
    assert found(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("县医院石小满院长、县法院何玉野院长参加，青石集团梁玉琴董事长致辞。", {"何玉野": ["院长"]}),
        ("在县特殊教育学校，石小满副县长和孩子们做手工。", {"石小满": ["副县长"]}),
        ("省政协原副主席、省慈善总会会长高远到会。", {"高远": ["省政协原副主席", "省慈善总会会长"]}),
        ("离任县委书记高远道别，卸任县长何野话别。", {"高远": ["县委书记"], "何野": ["县长"]}),
        ("县领导高远、何野，法检“两长”石小满、梁玉琴参加。", {"高远": [], "何野": [], "石小满": [], "梁玉琴": []}),
        ("县法检“两长”列席会议，严格落实“双长”责任。", {}),
        ("青石镇何野镇长、石桥乡石小满书记、柳林镇梁玉琴副镇长发言。", {"何野": ["镇长"], "石小满": ["书记"], "梁玉琴": ["副镇长"]}),
        ("何野局长、石小满副局长一行到青石镇调研。", {"何野": ["局长"], "石小满": ["副局长"]}),
        ("林业局长、水利局长、张志远副局长到会。", {"张志远": ["副局长"]}),
    ],
)  # fmt: skip
def test_names_with_their_posts_behind_them_in_lists_and_behind_bodies(text: str, people: dict[str, list[str]]) -> None:
    assert found(text) == people


@pytest.mark.parametrize(
    "words",
    [
        "亮相直播间",
        "紧紧握着老人的手",
        "网上接访",
        "闻讯赶来",
        "谋划产业",
        "拜会客商",
        "鸣锣开市",
        "掏出本子",
        "默默擦泪",
        "毕业于省农大",
        "于11月2日调研",
        "自10月起驻村",
        "相继来到",
        "一早就到现场",
        "洽谈合作",
        "赠送春联",
        "身先士卒",
        "追问进度",
    ],
)
@pytest.mark.parametrize("name", ["何野", "高远", "石磊", "江志明"])
def test_a_name_ends_before_words_of_what_is_done(name: str, words: str) -> None:
    assert found(f"11月5日，县长{name}{words}。") == {name: ["县长"]}


@pytest.mark.parametrize("name", ["孙默", "何一鸣", "江飞", "高紧飞", "苏志亮", "钱晓谋", "石长风"])
def test_characters_that_begin_such_words_belong_to_names(name: str) -> None:
    for words in ("主持会议", "到石桥镇调研", "强调", "、何野参加"):
        assert name in found(f"11月5日，县长{name}{words}。")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("石小满调任白河县委书记，何野升任县长。", {"石小满": ["白河县委书记"], "何野": ["县长"]}),
        ("石小满同志因工作变动辞去县长职务，由何野同志代理县长。", {"石小满": ["县长"], "何野": ["县长"]}),
        ("县委副书记、代理县长何野主持会议。", {"何野": ["县委副书记", "代理县长"]}),
        ("何野辞去公司董事长职务，回村当支书。", {}),
        ("选举结果：由国山当选县长。", {"由国山": ["县长"]}),
        ("会议听取了关于调任干部的说明。", {}),
    ],
)  # fmt: skip
def test_who_is_moved_to_a_post_resigns_or_acts_in_one(text: str, people: dict[str, list[str]]) -> None:
    assert found(text) == people


def test_heads_of_sections_above_the_county_hold_office_and_a_citys_name_keeps_its_first_characters() -> None:
    text = "市文化和旅游局副局长郑海峰、公共服务科科长罗永刚，县领导曾凡明陪同调研。呼和浩特市副市长高远参加。"
    people = found(text)
    assert people["罗永刚"] == ["公共服务科科长"]
    assert people["高远"] == ["呼和浩特市副市长"]
    assert "罗永刚" not in found("县农业局副局长郑海峰、公共服务科科长罗永刚陪同调研。")


def test_offices_of_supervision_keep_their_whole_name_and_heads_of_teams_of_workers_are_no_leaders() -> None:
    assert found("柳河县纪委监委第三监督检查室主任周立参加。") == {"周立": ["柳河县纪委监委第三监督检查室主任"]}
    assert found("县领导向班组长刘平等人问好。") == {}
    assert found("集中隔离工作专班组长王川参加。") == {"王川": ["集中隔离工作专班组长"]}
    assert found("山川智能研究总院副院长龙才发言。") == {}
