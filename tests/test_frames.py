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
    "展开",
    "菜单",
    "导航菜单",
    "切换导航",
    "网站导航",
    "【字体大小：",
    "• 字体大小：",
    "【字体：",
    "字体大小：",
    "字号大小： 大 中 小",
    "会员登录",
    "用户登录",
    "登录 | 注册 | 会员中心",
    "智能问答 长辈版",
    "长辈版 无障碍 繁体版",
    "0条评论",
    "*正文：",
    "logo",
    "//www.qsxw.example 2023-03-04 08:11:02",
    "www.qsxw.example/news 2023-03-04 08:11",
    "http://www.qsxw.example/a/1.html 2023-03-04 08:11:02",
    "07.09.2023 12:05",
    "©原创\u3000\u3000\u30002023-07-30 12:01\u3000\u3000\u3000云上青石",
    "2023/1/6 16:43:13 次浏览 分类：政府动态    来源：",
    "刊发日期：2023-09-26 阅读次数： 语音阅读：语音阅读",
    "A1：青石要闻总第3311期 >2023-09-26编印",
    "第二版：综合新闻总第3840期 >2023-05-07编印",
    "日期：[2023年09月13日] -- 青石报 -- 版次：[2]",
    "打印页面",
    "打印正文",
    "听新闻",
    "语音播报",
    "播放",
    "青石人大网>市县人大>石桥>工作动态>正文",
    "—分享—",
    "请输入验证码",
    "更多》青石新闻",
    "切换到：简体 繁体",
    "查看大图",
    "点击图片查看大图",
    "点开青石新闻 查看图片",
    "点击看大图",
    "全屏 退出全屏",
    "小字号 大字号",
    "A A A",
    "T大 T中 T小",
    "【大】【中】【小】",
    "阅读 1024 次",
    "阅读：1024 评论：0",
    "浏览 326",
    "点击数：",
    "发布者：admin 发布时间：2023-03-04 点击数：",
    "信息来源：青石县人民政府办公室 | 发布时间：2023-03-04 | 浏览次数：1234 |",
    "时间：2023-03-04 来源：青石县融媒体中心 作者：  访问量：",
    "来源：青石融媒\u3000|\u30002023-03-04 10:20",
    "2023-03-04 10:20 来源：青石融媒 字体：小 大",
    "2023年03月04日 10:20\u3000青石新闻网",
    "2023年03月04日 10:20 作者： 来源：青石日报 ",
    "2023-03-04 10:20:11 | 来源：青石融媒 | 编辑：",
    "发表于 2023-03-04 10:20",
    "发布：2023-03-04 10:20",
    "发布于：2023-03-04 浏览：33",
    "[2023-03-04 10:20]",
    "（2023-03-04）",
    "2023-03-04",
    "03-04 10:20",
    "日期：2023-03-04",
    "当前栏目：青石要闻",
    "所属栏目：青石要闻",
    "栏目：时政要闻",
    "分类：乡镇动态",
    "所属分类：乡镇动态",
    "返回列表页",
    "收藏 打印 分享",
    "微信扫一扫：分享",
    "分享到微信",
    "分享到微信朋友圈",
    "扫描二维码分享到微信",
    "用微信扫描二维码 分享至好友和朋友圈",
    "阅读本文需要约3分钟",
    "本文字数：1024 阅读时间：3分钟",
    "全文共1024字，阅读大约需要3分钟",
    "点击上方蓝字关注我们",
    "↑点击上方“青石发布”关注",
    "原创 青石融媒 青石发布",
    "青石发布 2023年03月04日 20:10",
    "Hi，新朋友，记得点蓝字关注我们哟",
    "设为星标 不错过",
    "来源：青石县人民政府网站",
    "来源:   作者:   编辑:",
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
    "会员登录",
    "法律顾问：清松律师事务所",
    "本站法律顾问：清松律师事务所",
    "关注我们点个赞！",
    "点赞 关注 转发",
    "关注我们，点个赞！",
    "喜欢就点个在看吧",
    "点个“在看”再走吧",
    "看完记得点赞哦~",
    "青石政协网站版权声明：①凡本网注明来源的作品，版权均属于本网，未经授权不得转载。②其他来源的作品由投稿人负责。",
    "青石新闻网版权声明：凡来源为青石新闻网的稿件，转载请注明出处。",
    "暂无网友评论",
    "网友评论列表",
    "关闭×",
    "验证码：captcha",
    "文章来源：http://www.qsxw.example/2023/0511/91948.shtml",
    "本文链接：http://www.qsxw.example/2023/0511/91948.shtml",
    "原文链接：http://www.qsxw.example/1.html",
    "本文地址：www.qsxw.example/1.html",
    "青石新闻网报料：0335-000000，青石新闻网，未经授权不得转载",
    "主管单位：青石县融媒体中心 地址：青石县北大路519号",
    "业务合作QQ：100000 投稿信箱：100000@example.com",
    "本文系本站编辑转载，文章版权归原作者所有，内容为作者个人观点，转载目的在于传递更多信息。",
    "声明：青石信息网内容版权所有，未经许可不得转载。",
    "免责声明",
    "本公众号部分转载的文章、图文、视频来自网络，其版权和文责属原作者所有，若您是原作者且不希望文章被转载，请联系我们删除。",
    "上一篇： 石桥镇社情民意信息工作......",
    "下一篇： “幸福广场”惠民生",
    "前一篇：没有",
    "后一篇：没有了",
    "上一篇 下一篇",
    "上一页 1 2 3 下一页",
    "【返回列表】",
    "返回",
    "TOP",
    "回到顶部",
    "青石县融媒体中心 版权所有",
    "中共青石县委 青石县人民政府 主办",
    "Copyright @ 2023 青石新闻网",
    "网站维护：青石县信息中心",
    "网站管理：青石县电子政务办公室",
    "承办单位：青石县政务信息中心",
    "ICP备案：某ICP备00000000号",
    "公安备案 00000000000000号",
    "|",
    "||",
    "【打印】 【关闭】 【顶部】",
    "打印本文 加入收藏",
    "[打印文章]",
    "[ 关闭窗口 ]",
    "【关闭此页】",
    "〖打印〗〖关闭〗",
    "扫一扫在手机打开当前页",
    "手机扫一扫打开当前页",
    "责任编辑： ",
    "责编：   ",
    "[责任编辑：]",
    "编辑：   审核：   ",
    "发表评论 共0条评论",
    "请登录后发表评论",
    "我来说两句(0)",
    "相关新闻：",
    "相关推荐",
    "延伸阅读",
    "标签：",
    "TAG：防汛",
    "关键词： 防汛 / 堤防",
    "本文标签：防汛",
    "来源：青石县委宣传部",
    "（来源：青石融媒）",
    "（本文来源：青石县水利局）",
    "【来源：青石融媒】",
    "信息来源：青石县水利局",
    "稿源：青石融媒",
    "END",
    "—END—",
    "- 完 -",
    "▌来源：青石融媒",
    "附件下载：",
    "扫描上方二维码 下载客户端",
    "青石融媒 微信公众号",
    "青石发布微信公众号",
    "官方微信",
    "官方微博",
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


TRUE = (
    "展开新一轮排查，菜单式交办问题，是这次行动的特点。",
    "为护林员点个赞",
    "栏目组还走进县融媒体中心，了解《青石聚焦》的制作。",
    "法律顾问石大山为村民讲解了土地流转合同。",
    "企业负责人介绍了版权登记和专利申请情况，希望政府帮助打击侵权。",
    "登录平台即可查询，这一做法受到群众欢迎。",
    "群众反映的字号小、看不清等问题，窗口当场整改。",
    "今年以来，点击量超过10万次的短视频有12条。",
    "记者了解到，全县已备足编织袋3000条。",
    "2023年3月4日10时20分，第一车砂石运抵大堤。",
    "关注我们的老人和孩子，是防汛转移的头等大事。",
    "（三）抓好责任落实，未经批准不得离岗。",
)


@pytest.mark.parametrize("line", TRUE)
def test_a_paragraph_with_a_word_of_a_web_page_stays(line: str) -> None:
    report = read(HEAD, "\u3000\u3000" + LEAD, "\u3000\u3000" + line, "\u3000\u3000" + LAST)
    assert [p.text for p in report.paragraphs] == [LEAD, line, LAST]


@pytest.mark.parametrize(
    "title", ["为护林员点赞", "登录一个平台 办成所有事情", "“菜单”点单 “暖心”上门", "关注孩子 点亮童年"]
)
def test_a_headline_with_a_word_of_a_web_page_stays(title: str) -> None:
    assert read(title, "\u3000\u3000" + LEAD, "\u3000\u3000" + LAST).title == title


GLUED = {
    "【本文由青石信息港搜集自网络，侵权请告知】": "",
    "[版权归青石网所有 未经许可不得转载]": "",
    "（文章转自网络，如有侵权请联系删除）": "",
    "| ": " |",
    "• ": "",
    "???": "",
}


@pytest.mark.parametrize("first", GLUED)
def test_what_a_page_glues_to_a_line_is_taken_off(first: str) -> None:
    reading = read_reports(f"{HEAD}\n{first}{LEAD}{GLUED[first]}\n{LAST}\n".encode(), "x.txt")
    assert is_bare(reading.reports[0])
    assert any(first.strip() in change.before for change in reading.changes)


def test_what_a_report_itself_puts_in_brackets_and_behind_bullets_stays() -> None:
    lines = ("（侵权案件同比下降三成）" + LEAD, "• 备足沙袋", "• 备足编织袋", LAST + "（未完待续）")
    assert [p.text for p in read(HEAD, *lines).paragraphs] == [*lines]


def test_a_run_of_signs_from_a_mirror_site_is_no_heading() -> None:
    report = read(HEAD, LEAD, "# E) R2 P*", LAST)
    assert is_bare(report)
    report = read(HEAD, LEAD, "# E) R2 P* 会议要求，备足物资。", LAST)
    assert (report.title, len(report.paragraphs)) == (HEAD, 3)


CLOCKS = {
    "07.09.2023 12:05": "2023-09-07",
    "13.02.2024  11:12": "2024-02-13",
    "©原创\u3000\u3000\u30002023-07-30 12:01\u3000\u3000\u3000云上青石": "2023-07-30",
    "2023-07-30 12:01:33 青石县人民政府": "2023-07-30",
    "//www.qsxw.example 2023-07-04 08:11:02": "2023-07-04",
    "www.qsxw.example/news 2023-07-04 08:11": "2023-07-04",
    "[2023-07-04 10:20]": "2023-07-04",
    "A1：青石要闻总第3311期 >2023-09-26编印": "2023-09-26",
    "刊发日期：2023-09-26 阅读次数： 语音阅读：语音阅读": "2023-09-26",
}


@pytest.mark.parametrize("line", CLOCKS)
def test_the_clock_of_a_site_dates_the_issue(line: str) -> None:
    reading = read_reports("\n".join((HEAD, line, LEAD, LAST)).encode(), "x.txt")
    assert str(reading.issue) == CLOCKS[line]
    assert is_bare(reading.reports[0])


MADE = {
    "来源：县林业局 苏小雨 何野 发布时间：2023-07-30": ("县林业局", ("苏小雨", "何野"), {}),
    "来源：青石网 记者：苏小雨 时间：2023-07-30": ("青石网", ("苏小雨",), {}),
    "作者：  语音阅读：": ("", (), {}),
    "作者： 来源：青石日报 2023-07-30": ("青石日报", (), {}),
    "撰稿：苏小雨 审稿：何野 2023-07-30": ("", ("苏小雨",), {"审稿": ("何野",)}),
    "发布时间：2023-07-30 责任编辑：江北 爆料电话：000-0000": ("", (), {"责任编辑": ("江北",)}),
}


@pytest.mark.parametrize("line", MADE)
def test_a_site_line_names_who_made_the_report(line: str) -> None:
    report = read(HEAD, line, LEAD, LAST)
    assert (report.source, report.byline, dict(report.credits)) == MADE[line]
    assert is_bare(report)


def test_a_picture_that_a_page_names_is_a_picture_and_no_headline() -> None:
    report = read("20230603.JPG", HEAD, LEAD, "微信图片_2023060312.png", LAST)
    assert (report.title, [c.picture for c in report.captions]) == (HEAD, ["20230603.JPG", "微信图片_2023060312.png"])
    assert [p.text for p in report.paragraphs] == [LEAD, LAST]


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
