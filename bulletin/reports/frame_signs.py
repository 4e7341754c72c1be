"""Signs of what a page or a paper says of itself, or advertises: rows that hold one of them wherever it stands in a line.

In comes a folded line with the signs that stand in it, out goes whether one of them stands as it does in a frame.
"""

import re

from bulletin.patterns import pattern
from bulletin.reports.cleanup import HAN

Signed = dict[str, re.Pattern[str]]
"""Sign -> what may stand around it."""


def _signed(rows: dict[str, str], flags: int = 0) -> Signed:
    """The patterns of a table by each of their signs; rows that share a sign are asked together."""
    by_sign: dict[str, list[str]] = {}
    for signs, row in rows.items():
        for sign in signs:
            by_sign.setdefault(sign, []).append(row)
    return {sign: pattern("|".join(found), flags) for sign, found in by_sign.items()}


LINKS = (
    f"^(?![{HAN}]{{0,8}}(?:开通|建成|推出|启用|上线|改版|关闭|举报|开设|建设|发布|看|查|赴"
    f"|到))[{HAN}（）()]{{2,10}}网站(?:链接|导航|群|大全)?$"
)
"""The labels of a page's lists of links: 国务院部门网站, 区（县）政府网站."""
ANYWHERE = _signed(
    {
        ".": r"\.(?:jpe?g|png|gif|bmp)[ ]*[（(][0-9.]+[ ]?[KM]B"
        r"|^[A-Za-z0-9_ -]{1,40}[（(][0-9]{1,3}[）)]\.(?:jpe?g|png|gif|bmp)$"
        r"|^(?:附件[0-9]{0,2}[：:.]?|[0-9]{1,2}[.、．]).{0,60}\.(?:docx?|xlsx?|pdf|wps|zip|rar)$",
        "【": "【关闭(?:本?页|窗口)】",
        ">": "-->",
        "_": r"content_[0-9]+\.s?html?",
        "Pp": "^[^。]{0,8}ICP备",
        "号": "关注.{0,8}(?:公众号|微信号|视频号)[。！]?$|^[^，。]{0,8}(?:公众号|视频号|抖音号)[：:]",
        "音": "^[^，。]{0,8}抖音[：:]",
        "端": "^[^，。]{0,8}客户端[：:]",
        "勿": "请勿用于商业",
        "-": "mso-[a-z]{3}",
        "@": "^@(?:page|font-face)",
        "*": r"^/\*.*\*/",
        "载": "转载请注明",
        "站": "请记住本站|本站域名|" + LINKS,
        "址": "最新网址",
        "蓝": "(?:点击|戳|关注)[^，。]{0,6}蓝字|蓝字[^，。]{0,4}关注",
        "注": "^关注我们",
        "扫": "扫一扫[^。]{0,24}(?:手机|打开|分享|关注|当前)",
        "微": "打开微信|^[^，。]{2,10}官方微[信博]$",
        "方": "^[^，。]{2,10}官方(?:网站|客户端|抖音|快手|头条|视频|公众)号?$",
        "评": "^网友评论",
        "辨": "[0-9]+×[0-9]+.{0,4}分辨率|分辨率.{0,4}浏览",
        "附": r"^附件[：:][ ]*(?:无|[0-9]{0,2})$",
        "位": "^[您你]?是?(?:本站|本网站?)?的?第[ ]*[0-9]+[ ]*位",
        "权": "版权所有",
        "Ww": r"(?:^|[ \u3000：:])www\.[a-z0-9-]+\.[a-z.]{2,12}",
        "欢": r"^欢迎[您你]?(?:访问|光临|来到)|欢迎[您你][!！]?[ ]*今天是|[a-z0-9]\.(?:com|cn|net|org)[^，。]{0,8}欢迎",
        "击戳": "(?:点击|戳)[^，。]{0,16}关注",
        "收": "^收录于(?:合集|话题)",
        "点": "^[▼▲↓ ]*点[击开](?:上方|下方|上图|下图)?[^，。]{0,4}(?:视频|链接|图片|音频|小程序|卡片|名片)$"
        "|点[击开][^，。]{0,16}[查观]?看(?:大图|原图|图片|更多|详情|视频)",
        "星": "^(?:设为|加)星标",
        "分": "^(?:本文|全文)?[^，。]{0,8}[0-9]+字?[^。]{0,8}阅读[^。]{0,10}分钟$|^阅读[^。]{0,10}[0-9]+[ ]?分钟$",
        "℃": "^(?:晴|多云|阴|[小中大暴]+[雨雪]|雷?阵雨|雾|霾)[^，。]{0,4}[ ]?-?[0-9][^，。]{0,8}℃$"
        "|^[^，。：]{0,6}天气[ ：:].*℃|^(?:今[天日]|明[天日]|白天|夜间)[^。]{0,12}(?:晴|多云|阴|雨|雪)[^。]{0,16}(?:温度|气温)?[^。]{0,10}℃$",
        "更": "^更多[》>＞»]|^查看更多[：:]",
        "录陆": "^[^，。]{0,14}登[录陆]后(?:即?可|才|再|回复|查看|发表|浏览|进行|使用|操作|评论)[^，。]{0,8}$"
        "|^[^，。]{0,16}[需须请]先?登[录陆]$",
        "此": "^把此文转发给[：:]?$",
        "醒示": "^[^，。]{0,24}(?:网站?|平台|本站)(?:温馨)?提(?:醒|示)您?[：:]$",
        "本": "^查看(?:完整|全部)版本[：:]",
        "帖": "^本帖最后由.{1,50}编辑$|^此帖[^，。]{0,12}(?:可见|隐藏)",
        "藏": "^查看隐藏内容|^隐藏内容[^，。]{0,12}可见",
        "备": "公安备案",
        "信": "^[^，。]{2,8}微信(?:公众号)?$",
        "料": "报料(?:热线|电话)?[：:][0-9]",
        "码": "(?:长按|扫描?|识别)[^。，]{0,6}二维码|^[^，。]{0,10}二维码$",
        "Cc": "^Copyright",
        "Rr": "All Rights Reserved",
    },
    re.IGNORECASE,
)
"""What makes a line chrome wherever it stands in it. Each row begins with a sign: one of its characters stands in all
that the row finds, so that one quick look tells which rows a line is asked for. `chrome_words.CHROME` asks about a line's beginning."""
PAPER_LINE = _signed(
    {
        "承邮": "主办[ \u3000].{2,30}承办[ \u3000].{0,10}邮箱[：:]",
        "管": "主管主办|主管[ \u3000].*主办|主管[：:].{2,40}(?:主办|承办|协办)[：:]|^[^，。]{2,30}主管$",
        "印": "准印证|印刷[：:]|^[^，。]{2,30}编印$",
        "内": "内部资料|国内统一",
        "免": "免费交流",
        "报": "^[^，。]{2,18}机关报(?:$|[ \u3000])",
        "办出": "^[^，。]{2,30}(?:主办|出版|编辑出版)$|^[^，。]{2,24}主办[ \u3000]+[^，。]{2,24}承办$",
        "刊": "刊号[：: ]",
        "邮": "邮发代号|投稿邮箱",
        "零": "零售价",
        "版": "今日[0-9一二三四五六七八]+版",
        "址": "本报地址|^(?:本)?社址[：:]|地址[：:].{2,30}邮编|邮(?:政)?编(?:码)?[：: ]*[0-9]{6}.{0,12}地址",
        "热": "(?:新闻|广告|订报|发行|投稿|爆料|报料|读者|采编|监督)热线[：: ]*[0-9]|新闻热线|广告热线",
        "社": "^社长[：:]",
        "备": "备案号|公网安备",
        "标": "网站标识[码符]",
        "违": "违法和不良信息",
        "许": "许可证(?:编号|号)?[：:]",
    }
)
GAMBLING = {
    "发": "凯发(?:k8|娱乐|国际|官网|体育)",
    "威": "必威(?:体育|官网|娱乐|手机|app)",
    "博": "(?:[亚万易明]博|博狗)(?:体育|娱乐|官网|app|登录|平台)",
    "网": "官网(?:首页)?(?:登[录陆]|入口|下载)(?:首页|入口)?$",
}
"""Names of gambling sites, by a character that stands in each."""
WEAK_AD = _signed(
    {
        "藏": "收藏本站",
        "签": "加入书签",
        "免": "免费(?:领取|下载|试用|送货|公开|观看|阅读)",
        "击": "点击(?:这里|此处|购买|领取|咨询|进入|查看|下载|注册)",
        "澳": "澳门(?:资料|金沙|葡京|威尼斯|赌|新)",
        "彩": "六合彩|博彩|彩票(?:网|平台|开奖)|时时彩",
        "奖": "开奖(?:结果|直播|现场|记录)",
        "棋": "棋牌(?:游戏|平台)",
        "娱": "娱乐城",
        "开": "(?:在线)?开户(?:送|就)|代开发票",
        "无": "无弹窗",
        "章": "最新章节",
        "加": "加(?:微信|QQ|群)",
        "猜": "猜你想看",
        "广": "广告位",
        "您": "为您推荐",
        "说": "小说(?:网|阅读)",
        **GAMBLING,
        "码": "扫描?(?:上方|下方|左侧|右侧)?二维码",
    }
)
SIGNS = pattern(f"[{re.escape(''.join(dict.fromkeys((*ANYWHERE, *PAPER_LINE, *WEAK_AD))))}]")


def signed_frame(text: str, signs: list[str]) -> bool:
    """Whether any of the signs in a line stands as it does in a frame."""
    weak = len(text) <= 40 and "，" not in text
    for sign in signs:
        for table, asked in ((ANYWHERE, True), (PAPER_LINE, len(text) <= 90), (WEAK_AD, weak)):
            if asked and sign in table and table[sign].search(text):
                return True
    return False
