"""Topics: the lexicon, a site's own list, the words that count and those that do not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.attendance import plain_words
from bulletin.findings import BulletinError
from bulletin.lexicon import built_in, make_lexicon
from bulletin.model import Paragraph, Person, Report, TopicEntry
from bulletin.topics import (
    FACTORS,
    MOST,
    explain_topics,
    find_topics,
    merge_topics,
    office_words,
    parse_topics,
    score_topics,
    subject_topics,
    without_posts,
    words_in,
    words_in_few,
)
from tests.conftest import Project

LEXICON = merge_topics((), False)


def names(title: str, *paragraphs: str) -> list[str]:
    return [LEXICON.entry(id).name for id in find_topics(title, paragraphs, LEXICON)]


def test_the_built_in_set_is_that_of_county_news() -> None:
    entries = built_in()
    assert len(entries) >= 27
    assert len({e.id for e in entries}) == len(entries) == len({e.name for e in entries})
    assert all(e.id.isascii() and e.id == e.id.lower() for e in entries)


@pytest.mark.parametrize(
    ("title", "lead", "topic"),
    [
        ("县安委会召开四季度全体会议", "会议部署安全生产和隐患排查工作。", "安全生产"),
        ("高远督查森林防火工作", "护林员在卡口登记，严控野外用火。", "森林防火"),
        ("何明川外出招商", "与客商洽谈，签约三个项目，招商引资取得成效。", "招商引资"),
        ("县人大常委会检查义务教育法实施情况", "检查组到四所学校，与教师座谈。", "教育"),
        ("柳溪河清淤收尾", "沿河排污口接入管网，河长每周巡河，水质好转。", "生态环保"),
    ],
)
def test_a_report_gets_its_topic(title: str, lead: str, topic: str) -> None:
    assert topic in names(title, lead)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("县城新增停车泊位800个，方便市民停车。", "城市建设"), ("法官田间开庭，就地审理土地纠纷。", "法治建设"),
        ("梨花节上游客赏花、摄影、品美食。", "文化旅游"), ("牧民合作社发展肉羊育肥。", "农业农村"),
        ("护林员在卡口逐车登记，严查火种。", "森林防火"), ("老人花八元在助餐点吃上两菜一汤。", "民生保障"),
        ("各族群众共度古尔邦节。", "统战民族宗教"), ("春风行动送岗上门，企业提供岗位2000个。", "就业社保"),
        ("县里为新兵举行欢送仪式。", "双拥武装"), ("督查猪口蹄疫、禽流感免疫。", "农业农村"),
    ],
)  # fmt: skip
def test_a_brief_of_one_sentence_gets_its_topic(text: str, topic: str) -> None:
    assert topic in names("", text)


@pytest.mark.parametrize("text", ["县委、县人大、县政府、县政协领导到会。", "空气优良天数创新高。", "市政府召开会议。"])
def test_words_inside_set_phrases_tell_nothing(text: str) -> None:
    assert not {"人大政协", "科技创新", "城市建设"} & set(names(text, text))


def test_set_phrases_count_for_nothing() -> None:
    assert names("会议召开", "以新时代中国特色社会主义思想为指导，推动高质量发展，服务人民群众。") == []


def test_at_most_four() -> None:
    text = "安全生产、招商引资、乡村振兴、森林防火、信访、教育工作、医疗、旅游、党建、法治。"
    assert len(names(text, text, text)) <= MOST


def test_another_topic_needs_more_than_a_word_of_its_own() -> None:
    lead = "县长高远到石桥镇督查森林防火，查看扑火队和物资库，走进学校。"
    assert names("高远督查森林防火", lead, "当地的学校和学校食堂也备了灭火器。") == ["森林防火"]
    both = "会议部署招商引资和安全生产。", "要外出招商，抓好签约；要排查隐患，防范事故，守住安全生产底线。"
    assert set(names("全县招商引资和安全生产会议召开", *both)) == {"招商引资", "安全生产"}


def test_different_words_are_worth_more_than_one_with_as_many_points() -> None:
    one, several = (("石桥", 3.0),), (("荷塘", 1.2), ("柳堤", 1.2), ("竹林", 1.2))
    lexicon = make_lexicon([TopicEntry("one", "一", one), TopicEntry("several", "多", (*several, ("县城", 0.1)))])
    lead = "县城的石桥边，荷塘、柳堤和竹林连成一片。"
    scores, different = score_topics(["", lead], lexicon, FACTORS)
    assert scores["one"] > scores["several"]
    assert different == {"one": 1, "several": 3}  # a word that counts next to nothing is none
    assert find_topics("", [lead], lexicon) == ("several",)
    assert find_topics("石桥、荷塘、柳堤和竹林", [lead], lexicon)[0] == "several"


def test_an_own_word_may_speak_against_its_topic() -> None:
    text = "topics:\n- {id: bridge, name: 大桥, words: {大桥: 6, 鹊桥: -9}}\n"
    lexicon = merge_topics(parse_topics(text, "topics.yaml")[0], True)
    assert find_topics("大桥合龙", ["大桥合龙。"], lexicon) == ("bridge",)
    assert find_topics("鹊桥相会", ["鹊桥相会。"], lexicon) == ()


def test_an_own_topic_with_too_few_points_hides_no_other() -> None:
    text = "topics:\n- {id: stone, name: 石桥, words: {石桥: 0.8, 小桥: 0.8}}\n"
    lexicon = merge_topics(parse_topics(text, "topics.yaml")[0], False)
    lead = "石桥和小桥边栽了树苗。"
    scores, _ = score_topics(["", lead], lexicon, FACTORS)
    assert max(scores, key=lambda id: scores[id]) == "stone"
    assert find_topics("", [lead], lexicon) == ("environment",)


def test_words_that_meet_across_a_phrase_tell_no_topic() -> None:
    assert names("县里收看全国防汛视频会") == ["防汛抗旱"]
    assert names("国防教育进校园")[0] == "双拥武装"


def test_what_is_looked_into_counts_more_and_supporting_words_make_no_topic() -> None:
    assert names("", "6月2日，副县长苏青到石桥中学、石桥镇卫生院就防汛工作进行督查。")[0] == "防汛抗旱"
    assert names("", "6月2日，副县长苏青到林区、牧区调研道路建设。")[0] == "交通"
    assert LEXICON.points["党课"] == (("party", 3.0),)
    weights = [points for word, points in zip(("学习贯彻",), LEXICON.points["学习贯彻"], strict=True)]
    assert all(0.6 < points < 0.7 for _, points in weights)


def test_departments_whose_heads_came_tell_no_topic() -> None:
    lead = "8月3日，副县长苏青到石桥水厂检查供水，县委办及县教育、林业、环保、交通、旅游等部门负责人陪同。"
    assert not {"教育", "交通", "文化旅游", "生态环保"} & set(names("苏青检查供水", lead))


def test_a_printed_subject_names_its_topic() -> None:
    assert subject_topics("安全生产", LEXICON) == ("safety",)
    assert subject_topics("大气污染防治", LEXICON) == ("environment",)
    assert subject_topics("下一步", LEXICON) == ()


def test_own_topics_come_first_and_one_with_a_known_name_keeps_its_words() -> None:
    own, instead, findings = parse_topics(
        "topics:\n- {id: bridge, name: 大桥, words: [石鼓大桥]}\n- {id: safety, name: 平安, words: {平安: 2}}\n",
        "topics.yaml",
    )
    assert (instead, findings) == (False, [])
    lexicon = merge_topics(own, instead)
    assert [e.id for e in lexicon.entries[:2]] == ["bridge", "safety"]
    assert lexicon.named("平安").id == "safety"  # type: ignore[union-attr]
    assert "安全生产" in dict(lexicon.entry("safety").words)
    assert len(lexicon.entries) == len(built_in()) + 1
    assert find_topics("石鼓大桥动工", ["石鼓大桥今天动工。"], lexicon)[0] == "bridge"


def test_own_topics_may_replace_all() -> None:
    own, instead, _ = parse_topics("replace: true\ntopics:\n- {id: bridge, name: 大桥, words: [大桥]}\n", "topics.yaml")
    assert [e.id for e in merge_topics(own, instead).entries] == ["bridge"]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("topics:\n- {id: bridge}\n", "key-missing"),
        ("topics:\n- {id: 桥, name: 大桥}\n", "id-form"),
        ("topics:\n- {id: a, name: 大桥}\n- {id: a, name: 小桥}\n", "id-taken"),
        ("topics:\n- {id: a, name: 大桥, words: {桥: 多}}\n", "value-wrong"),
        ("replace: perhaps\n", "value-wrong"),
    ],
)
def test_a_mistake_in_topics_has_its_finding(text: str, id: str) -> None:
    with pytest.raises(BulletinError) as caught:
        parse_topics(text, "topics.yaml")
    assert caught.value.finding.id == id


def test_an_unknown_key_is_named() -> None:
    _, _, findings = parse_topics("topics:\n- {id: a, name: 大桥, wrds: [桥]}\ntopic: 1\n", "topics.yaml")
    assert [dict(f.values)["near"] for f in findings] == ["words", "topics"]


def own(text: str) -> list[str]:
    entries, instead, _ = parse_topics(text, "topics.yaml")
    return [entry.name for entry in merge_topics(entries, instead).entries]


def test_a_site_renames_merges_and_replaces_topics() -> None:
    renamed = own("topics:\n- {id: safety, name: 安全}\n")
    assert renamed[0] == "安全"
    assert "安全生产" not in renamed
    entries, _, _ = parse_topics("topics:\n- {id: safe, name: 平安, merge: [safety, 森林防火]}\n", "topics.yaml")
    merged = merge_topics(entries, False)
    assert not {"安全生产", "森林防火"} & {e.name for e in merged.entries}
    assert {"隐患排查", "护林员"} <= {word for word, _ in merged.entry("safe").words}
    assert find_topics("护林员在卡口登记", ["护林员巡山，严防森林火灾。"], merged) == ("safe",)
    entries, _, _ = parse_topics(
        "topics:\n- {id: safety, name: 安全生产, words: [矿灯], replace: true}\n", "topics.yaml"
    )
    assert merge_topics(entries, False).entry("safety").words == (("矿灯", 3.0),)
    assert own("replace: true\ntopics:\n- {id: one, name: 一}\n") == ["一"]


def test_words_of_posts_tell_no_topic_unless_nothing_else_does() -> None:
    assert "人大政协" not in names("县领导检查森林防火", "县人大常委会副主任高远、县政协副主席苏青检查森林防火工作。")
    assert names("县政务服务局局长蔡某值班", "县政务服务局局长蔡某在大厅值班。") == ["营商环境"]


def test_who_came_tells_no_topic() -> None:
    people = [Person("高岩", ("县重点项目工作领导小组副组长",)), Person("苏青禾", ("县总工会主席",))]
    title, lead = "全县防汛抗旱工作会召开", "县重点项目工作领导小组副组长高岩主持，县总工会主席苏青禾传达文件。"
    came = "副县长何山、林业、教育、公安、财政等单位负责人参加会议。"
    assert plain_words(title, [lead, came], people)[1:] == [
        f"{'　' * 16}主持，{'　' * 9}传达文件。",
        "　" * len(came),
    ]
    assert [LEXICON.entry(id).name for id in find_topics(title, [lead, came], LEXICON, (), people)] == ["防汛抗旱"]


@pytest.mark.parametrize(
    ("lead", "body", "topics"),
    [
        ("县长高岩与机关干部、幼儿园师生一起参加义务植树活动。", "", ["生态环保"]),
        ("高岩主持召开县政府第三次常务会议。", "要深入学习贯彻全国两会、县委全会精神，抓好落实。", ["经济运行"]),
        ("副县长高岩陪同何明调研融媒体中心新闻宣传工作。", "他强调，疫情防控报道有力。", ["党的建设"]),
        ("县消协开展消费维权宣传，保护消费者权益。", "", ["法治建设"]),
        ("县里提高产业工人待遇。", "", ["群团"]),
    ],
)
def test_what_every_speech_asks_and_who_took_part_tells_no_topic(lead: str, body: str, topics: list[str]) -> None:
    assert names(lead.partition("。")[0], lead, *([body] if body else [])) == topics


def test_a_post_tells_the_topic_where_nothing_else_is_clear() -> None:
    people = [Person("艾青禾", ("区妇联主席",))]
    found = find_topics("手工展开展", ["区妇联主席艾青禾说，已培训农村妇女八百人。"], LEXICON, (), people)
    assert LEXICON.entry(found[0]).name == "群团"


def test_the_office_of_who_is_named_first_counts_but_not_that_of_a_head_nor_of_others() -> None:
    lead = "9月7日，苏青禾到云河镇调研古渡口的保护，建议先把石阶修好，高远陪同。"
    council, head = Person("苏青禾", ("县政协副主席",)), Person("高远", ("县委书记", "县人大常委会主任"))
    found = [find_topics("", [lead], LEXICON, (), people) for people in ((council, head), (head, council))]
    assert [LEXICON.entry(ids[0]).name for ids in found] == ["人大政协", "交通"]
    assert office_words((council,), LEXICON) == ("政协",)
    assert office_words((head, council), LEXICON) == office_words((), LEXICON) == ()
    report = Report("a", 1, 1, paragraphs=(Paragraph(lead, 1, 1),))
    counted = explain_topics(report, (), LEXICON, (council, head))
    assert ("congress", "政协", "office") in {(c.topic, c.word, c.place) for c in counted}


@pytest.mark.parametrize(
    ("title", "lead", "topic"),
    [
        ("县领导“六一”走访慰问", "副县长路远山到县直幼儿园看望孩子们，送去节日祝福。", "教育"),
        ("高远走访慰问部分企业", "县委书记高远问了订单和用电，感谢坚守岗位的工人。", "营商环境"),
        ("云岭县党政考察团来我县", "考察团走进滨河新区和城东产业集聚区，交流发展经验。", "经济运行"),
        ("县政府第三次全体会议召开", "县长高远要求贯彻县委全会精神，盯住全年目标。", "经济运行"),
        ("全县冬修水利动员会召开", "要清渠、固堤，把水库的闸门修好。", "防汛抗旱"),
        ("新农合报销进村公示", "村民住院报了多少，贴在墙上。", "医疗卫生"),
        ("县委部署先进性教育活动", "每个支部都要亮出承诺。", "党的建设"),
    ],
)
def test_meetings_visits_and_campaigns_of_two_decades(title: str, lead: str, topic: str) -> None:
    assert names(title, lead)[0] == topic


def test_a_digest_has_the_topics_of_several_of_its_items() -> None:
    items = (
        "●3月1日，副县长高远到石桥中学检查开学准备。他要求食堂一样一样看。",
        "●3月2日，全县春季森林防火工作会议召开。",
        "●3月3日，县政协副主席苏青走访了两位老人。",
        "●3月4日，县里给新兵送行，县人武部部长何山参加。",
    )
    assert set(names("一周简讯", *items)) == set(names("", *items)) == {"教育", "森林防火", "双拥武装"}
    own_topic, _, _ = parse_topics("topics:\n- {id: stone, name: 石桥, words: [石桥]}\n", "topics.yaml")
    assert "stone" in find_topics("一周简讯", items, merge_topics(own_topic, False))


@pytest.mark.parametrize("name", ["headlines", "leads"])
def test_headlines_and_leads_of_all_kinds_get_a_topic_a_reader_would_accept(name: str) -> None:
    rows = (Path(__file__).parent / "reports" / f"{name}.txt").read_text("utf-8").splitlines()[1:]
    given, wrong = 0, []
    for text, _, accepted in (row.partition("|") for row in rows):
        title, lead = ("", text) if name == "leads" else (text, f"本报讯 3月5日，{text}。")
        found = names(title or lead.partition("。")[0], lead)
        assert set(found) & set(accepted.split(",")), text
        given += len(found)
        wrong += [text for topic in found if topic not in accepted.split(",")]
    assert len(wrong) * 20 < given, wrong


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("调研学校", "研学"), ("进行风险排查", "行风"), ("集中学习", "中学"), ("深入学习", "入学"), ("志愿服务工作", "务工"),
        ("供水情况", "水情"), ("人民政府", "民政"), ("协调解决", "调解"), ("居民委员会", "民委"), ("个人防护", "人防"),
        ("机动车", "动车"), ("平台企业", "台企"), ("市场主体提升规模", "升规"), ("具体检查", "体检"), ("强化工作", "化工"),
    ],
)  # fmt: skip
def test_a_word_that_two_others_make_where_they_meet_tells_nothing(text: str, word: str) -> None:
    assert word not in [found for _, found in words_in(text, LEXICON)]


def test_posts_are_blanked_with_the_bureaus_before_them() -> None:
    text = "县人大常委会副主任高远、县市场监督管理局局长苏青，县水利局党组书记、局长江北"
    blanked = without_posts(text)
    assert len(blanked) == len(text)
    assert blanked.replace("\u3000", "") == "县高远、县苏青，、局长江北"


def test_a_name_tells_no_topic_nor_does_what_a_broken_conversion_put_in() -> None:
    lead = "3月22日，县长严立功检查学校食堂。严立功问了学生。"
    people = (Person("严立功", ("县长",)),)
    found = [LEXICON.entry(id).name for id in find_topics("", (lead,), LEXICON, (), people)]
    assert found == ["教育"]
    assert plain_words("", ("縣長（zhǎng）到學（xué）校檢查",))[1] == "县长到学校检查"


def test_a_meeting_of_the_government_is_about_its_work_as_a_whole() -> None:
    lead = "7月23日，县长高远主持召开县长办公会。"
    assert names("", lead, "会议研究了污水处理厂建设。", "会议听取了公园改造的汇报。")[0] == "经济运行"


def test_traditional_characters_tell_the_same_topics() -> None:
    assert (
        names("縣長督導森林防火", "縣長督導森林防火工作。")
        == names("县长督导森林防火", "县长督导森林防火工作。")
        == ["森林防火"]
    )


def test_a_word_of_one_character_counts_as_well() -> None:
    entries, _, _ = parse_topics("replace: true\ntopics:\n- {id: tea, name: 茶业, words: [茶, 茶园]}\n", "topics.yaml")
    lexicon = merge_topics(entries, True)
    assert words_in("茶香满茶园，卖茶", lexicon) == [(0, "茶"), (3, "茶园"), (7, "茶")]
    assert words_in_few("茶香满茶园，卖茶", lexicon) == [(0, "茶"), (3, "茶园"), (7, "茶")]
    assert words_in_few("", make_lexicon(())) == []


@given(st.lists(st.sampled_from([*LEXICON.weights, *"的和县安全生产，"]), max_size=6), st.integers(0, 3))
def test_of_a_few_words_the_same_ones_are_found_without_tables(words: list[str], cut: int) -> None:
    text = "".join(words)[cut:]
    assert words_in_few(text, LEXICON) == words_in(text, LEXICON)


def test_editors_picks_stand_on_top_and_one_that_is_no_report_of_the_topic_is_told(project: Project) -> None:
    project.write(
        "topics.yaml",
        "topics:\n- {id: bridge, name: 石桥, words: [石桥], picks: [石桥通车, 2024/03/05/2.html, 石桥塌了]}\n",
    )
    project.write(
        "2024-03-05.txt",
        "# 石桥通车\n\n本报讯 3月4日,石桥通车。\n\n# 石桥收费站撤了\n\n本报讯 3月4日,石桥收费站撤除。\n",
    )
    assert project.ids() == ["pick-unknown"]
    top = project.read("topics/bridge/index.html").split("精选")[1].split("</ol>")[0]
    assert "石桥通车" in top
    assert "2024/03/05/2.html" in top


def test_topics_that_share_reports_are_related(project: Project) -> None:
    project.write(
        "topics.yaml", "topics:\n- {id: a, name: 石桥, words: [石桥]}\n- {id: b, name: 渡口, words: [渡口]}\n"
    )
    project.write("2024-03-05.txt", "# 石桥通车渡口停摆\n\n本报讯 3月4日,石桥通车,渡口停摆。\n")
    assert project.run("build") == 0
    assert 'href="../../topics/b/index.html"' in project.read("topics/a/index.html").split("相关专题")[1]
