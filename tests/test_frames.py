"""Lines around a report: above its headline, between headline and text, below the text; datelines; captions."""

import pytest

from bulletin.model import Report
from bulletin.reports.reading import read_reports

HEAD = "高远检查防汛工作"
LEAD = "6月3日，县委书记高远到石桥镇检查防汛工作，实地察看河道堤防和物资储备情况。"
LAST = "高远强调，要把责任落实到人，宁可十防九空，不可失防万一。"
TOP = (
    "首页",
    "网站首页 | 走进青石 | 新闻中心 | 政务公开 | 互动交流",
    "您当前的位置：首页 > 新闻中心 > 青石要闻",
    "当前位置:网站首页>新闻动态>乡镇动态",
    "首页 -> 政协要闻 -> 正文",
    "首页 / 新闻 / 本地",
    "青石县人民政府门户网站",
    "今日青石数字报",
    "青石新闻网 www.qsxw.example",
    "2023年6月5日 星期一",
    "2023-06-05 星期一 多云 18℃~27℃",
    "欢迎您访问青石县人民政府网站！",
    "今天是2023年6月5日 星期一 欢迎访问青石县政协网",
    "搜索",
    "请输入关键字",
    "无障碍浏览 长者模式 繁體",
    "手机版 微信 微博",
    "来源：青石县融媒体中心 发布时间：2023-06-05 09:12 浏览量：256",
    "发布时间：2023-06-05 09:12:33",
    "信息来源： 青石日报 发布日期： 2023-06-05 10:01 浏览次数： 88 字体：[ 大 中 小 ]",
    "2023-06-05 09:12　来源：青石发布　阅读 326",
    "时间：2023/6/5 10:22:00 点击：120次 来源：本站",
    "【 字体：大 中 小 】 打印本页",
    "[字体：大 中 小]",
    "字号：小 中 大",
    "分享到： 微信 新浪微博 QQ空间",
    "分享：",
    "青石发布 2023-06-05 18:00 发表于湖南",
    "原创 苏小雨 青石发布 2023-06-05 18:00",
    "点击上方“青石发布”关注我们",
    "点击蓝字 关注我们",
    "↑↑↑点击上方蓝字关注",
    "收录于合集 #青石要闻 12个",
    "01版：要闻",
    "第01版：要闻 2023年06月05日 星期一",
    "第A01版:头版 上一版 下一版",
    "下一篇 上一篇 放大 缩小 默认",
    "PDF版 版面导航 标题导航",
    "2023年06月05日 第01版：要闻",
    "作者：苏小雨",
    "文/图 苏小雨",
    "索引号：QS001/2023-00031",
    "公开方式：主动公开",
    "主题分类：综合政务",
    "发布机构：青石县人民政府办公室",
    "青石县融媒体中心主办",
    "中共青石县委宣传部主办 内部资料 免费交流",
    "国内统一连续出版物号：CN 43-0000 邮发代号：41-00",
    "青石报 2023年6月5日 星期一 农历癸卯年四月十八 第1253期 今日四版",
    "青石周刊 总第385期 2023年6月5日",
    "编者按",
    "【导读】",
    "时政要闻",
)
BOTTOM = (
    "打印 关闭",
    "【打印本页】【关闭窗口】",
    "打印本稿 关闭窗口",
    "上一篇：县领导调研安全生产",
    "下一篇：我县召开防汛工作会议",
    "上一条：没有了",
    "下一条：没有了",
    "上一篇：没有了 下一篇：县领导调研",
    "相关新闻",
    "相关文章：",
    "相关链接：",
    "更多>>",
    "版权所有：青石县人民政府",
    "版权所有 © 青石县融媒体中心 未经授权不得转载",
    "主办：青石县人民政府 承办：青石县政务服务中心",
    "网站标识码：4300000000 湘ICP备00000000号 湘公网安备 00000000000000号",
    "地址：青石县人民路1号 邮编：000000",
    "扫一扫在手机打开当前页",
    "扫一扫，分享到微信",
    "扫描二维码关注青石发布",
    "长按识别二维码关注我们",
    "END",
    "- END -",
    "—END—",
    "点个“在看”，分享给更多人",
    "点赞 分享 在看",
    "喜欢就点个在看吧",
    "阅读 1234 赞 12 在看 5",
    "阅读原文",
    "分享 收藏 点赞 在看",
    "微信扫一扫 关注该公众号",
    "微信编辑：苏小雨",
    "本文来源：青石县融媒体中心",
    "来源丨青石县融媒体中心",
    "来源：青石融媒",
    "编辑：苏小雨 审核：何野",
    "责编：苏小雨 编审：何野 终审：江北",
    "一审一校：苏小雨 二审二校：何野 三审三校：江北",
    "初审：苏小雨  复审：何野  终审：江北",
    "值班编辑：苏小雨 值班主任：何野 值班总编：江北",
    "本期编辑：苏小雨",
    "美编：苏小雨",
    "（责任编辑：苏小雨）",
    "[责任编辑:苏小雨]",
    "(编辑:苏小雨)",
    "责任编辑：",
    "返回顶部",
    "收藏本页",
    "我要评论(0)",
    "网友评论仅供其表达个人看法，并不表明本网同意其观点或证实其描述。",
    "声明：本网站转载内容仅供参考。",
    "免责声明：本文仅代表作者个人观点，与本网无关。",
    "凡本网注明“来源：青石新闻网”的所有作品，均为本网合法拥有版权的作品。",
    "附件：",
    "附件1：名单.docx",
    "附件下载：方案.pdf",
    "访问量：12345",
    "浏览次数：88",
    "您是第12345位访问者",
    "Produced By CMS 网站群内容管理系统 publishdate:2023/06/05 09:00:11",
    "Powered by XXCMS",
    "分享到：",
    "0",
    "标签：防汛 安全生产",
    "关键词：防汛",
    "关键字: 青石 防汛",
    "新闻推荐",
    "热点新闻排行",
    "今日头条",
    "精彩推荐",
    "往期回顾",
    "为您推荐",
    "广告",
    "▼",
    "↓↓↓",
    "* * *",
    "***",
    "---",
    "————————",
    "青石县融媒体中心出品",
    "青石融媒记者：苏小雨",
    "来源：青石县纪委监委",
    "投稿邮箱：a@example.com",
    "新闻热线：0000-0000000",
    "（本栏目由县委宣传部主办）",
)


def read(*lines: str) -> Report:
    (report,) = read_reports("\n".join(lines).encode(), "x.txt").reports
    return report


def is_bare(report: Report) -> bool:
    """Whether a report is its headline and its two paragraphs, and nothing of what stood around them."""
    heads = (report.kicker, report.title, report.subtitle)
    return heads == ("", HEAD, "") and [p.text for p in report.paragraphs] == [LEAD, LAST] and not report.captions


@pytest.mark.parametrize("line", TOP)
def test_a_line_of_the_frame_above_a_report_is_no_part_of_it(line: str) -> None:
    assert is_bare(read(line, HEAD, "\u3000\u3000" + LEAD, "\u3000\u3000" + LAST))
    assert is_bare(read(HEAD, line, "\u3000\u3000" + LEAD, "\u3000\u3000" + LAST))


@pytest.mark.parametrize("line", BOTTOM)
def test_a_line_of_the_frame_below_a_report_is_no_part_of_it(line: str) -> None:
    assert is_bare(read(HEAD, "\u3000\u3000" + LEAD, "\u3000\u3000" + LAST, line))


def test_how_a_notice_may_be_answered_stays_in_it() -> None:
    report = read(
        "停水通知", "\u3000\u3000因管道改造，定于1月16日停水，请广大用户提前做好储水准备。", "咨询电话：0000-0000000"
    )
    assert [p.text for p in report.paragraphs][-1] == "咨询电话：0000-0000000"


DATELINES = {
    "本报讯": ("本报讯", ()),
    "本报讯 记者 苏小雨 何野 ": ("本报讯", ("苏小雨", "何野")),
    "本报讯/记者 苏小雨：": ("本报讯", ("苏小雨",)),
    "本报讯——": ("本报讯", ()),
    "【本报讯】（记者 苏小雨）": ("本报讯", ("苏小雨",)),
    "〖本报讯〗": ("本报讯", ()),
    "【青石县融媒体中心讯】": ("青石县融媒体中心讯", ()),
    "青石日报·新青石客户端6月4日讯（通讯员 苏小雨）": ("青石日报·新青石客户端6月4日讯", ("苏小雨",)),
    "青石县融媒体中心（记者 苏小雨）": ("青石县融媒体中心", ("苏小雨",)),
    "云上青石报道 ": ("云上青石报道", ()),
    "记者苏小雨报道：": ("", ("苏小雨",)),
    "全媒体记者 苏小雨 何野 ": ("", ("苏小雨", "何野")),
    "■本报记者 苏小雨 ": ("", ("苏小雨",)),
    "（青石县融媒体中心记者 苏小雨）": ("", ("苏小雨",)),
}


@pytest.mark.parametrize("printed", DATELINES)
def test_a_dateline_and_its_authors_stand_before_the_text(printed: str) -> None:
    report = read(HEAD, "\u3000\u3000" + printed + LEAD, "\u3000\u3000" + LAST)
    assert (report.dateline, report.byline) == DATELINES[printed]
    assert is_bare(report)


CAPTIONS = (
    "图为高远（前排左二）查看河道堤防。",
    "（图为高远查看堤防）",
    "图1 高远查看堤防",
    "高远（左一）查看堤防。",
    "●图为检查现场",
    "【图】高远查看堤防",
    "6月3日，高远在石桥镇查看堤防。苏小雨 摄",
    "县委书记高远讲话",
    "高远讲话",
    "主席台",
    "会场一角",
)


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_line_under_a_picture_is_its_caption(line: str) -> None:
    report = read(HEAD, "\u3000\u3000" + LEAD, line, "\u3000\u3000" + LAST)
    assert [c.text for c in report.captions] == [line.removesuffix("苏小雨 摄")]
    assert [p.text for p in report.paragraphs] == [LEAD, LAST]
    assert dict(report.credits) == ({"摄影": ("苏小雨",)} if "摄" in line else {})


HEADS = {
    "高远到石桥镇调研时强调：|“把产业做强 让群众更富”": ("高远到石桥镇调研时强调：", "“把产业做强 让群众更富”", ""),
    "全国人大代表、县中学教师苏青：|让乡村孩子享受更好的教育": ("全国人大代表、县中学教师苏青：", "让乡村孩子享受更好的教育", ""),
    "县委理论学习中心组举行集体学习|高远主持并作研讨发言": ("", "县委理论学习中心组举行集体学习", "高远主持并作研讨发言"),
    "◆ 高远到联系点讲党课": ("", "高远到联系点讲党课", ""),
    "春风送暖六一到 幸福花开满校园|——何明川走访慰问少年儿童侧记": (
        "", "春风送暖六一到 幸福花开满校园", "——何明川走访慰问少年儿童侧记",
    ),
    "【旗人大】视察示范嘎查建设": ("", "【旗人大】视察示范嘎查建设", ""),
}  # fmt: skip


@pytest.mark.parametrize("lines", HEADS)
def test_the_lines_above_a_report_are_told_apart(lines: str) -> None:
    report = read(*lines.split("|"), "\u3000\u3000" + LEAD, "\u3000\u3000" + LAST)
    assert (report.kicker, report.title, report.subtitle) == HEADS[lines]
    assert [p.text for p in report.paragraphs] == [LEAD, LAST]


def test_whose_news_it_is_and_a_dash_below_begin_a_report() -> None:
    """石桥镇：… and a line with a —— subtitle are headlines, whatever the text below begins with."""
    text = f"全县春耕现场会召开\n\n{LEAD}\n\n石桥镇：百亩大棚草莓红\n\n走进石桥镇新河村，一座座大棚里草莓飘香，村民正忙着采摘、分拣、装车。\n\n养牛能手石大山\n——石桥镇科技示范户小记\n\n提起石大山，石桥镇没有不知道的。这个只念过初中的庄稼汉，靠着一股钻劲成了养牛能手。\n"
    reports = read_reports(text.encode(), "2024-03-06.txt").reports
    assert [r.title for r in reports] == ["全县春耕现场会召开", "石桥镇：百亩大棚草莓红", "养牛能手石大山"]
    assert reports[2].subtitle == "——石桥镇科技示范户小记"


def test_tables_of_authorities_menus_and_advertising_are_no_part_of_a_report() -> None:
    text = f"政务要闻　您的位置：首页 > 要闻动态 > 政务要闻\n信息索引：000000-2018-00062\n公开目录：工作动态\n网站首页　新闻　财经　娱乐　APP下载\n县委全会举行\n审议通过关于制定规划的建议\n　　{LEAD}\n恭喜发财!开奖结果直播\n　　{LAST}\n（原标题：县委全会举行）\n"
    (report,) = read_reports(text.encode(), "2024-03-06.txt").reports
    assert (report.kicker, report.title, report.subtitle) == ("", "县委全会举行", "审议通过关于制定规划的建议")
    assert [p.text for p in report.paragraphs] == [LEAD, LAST]


def test_a_print_page_in_chinese_numerals_is_no_headline() -> None:
    reading = read_reports(f"## 第二版　综合\n\n全县春耕现场会召开\n\n{LEAD}\n\n{LAST}\n".encode(), "2024-03-06.txt")
    assert [(r.title, r.page) for r in reading.reports] == [("全县春耕现场会召开", 2)]
