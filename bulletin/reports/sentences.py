"""How sentences begin and end that are told, as no headline does: what says whether a text goes on or another begins."""

from bulletin.patterns import pattern
from bulletin.reports.cleanup import HAN

SAYS = pattern(f"[{HAN}·]{{2,8}}?(?:表示|说|指出|强调|要求|介绍|坦言|感慨|希望|号召)[，：]")
"""How a sentence begins that tells what somebody says."""
BEGUN = pattern(
    f"{SAYS.pattern}"
    "|(?:会议|大会|座谈会|全会|例会)"
    "(?:听取|审议|通报|传达|学习|通过|表决|研究|宣布|号召|认为|决定|指出|强调|要求|还|最后|由)"
    "|(?:会[上前后]|座谈会上|随后|当天|当日|期间|目前|近年来|今年以来|截至(?:目前|[0-9])|据了解|据悉|同时|此外|其中"
    f"|[{HAN}]{{2,10}}(?:后|期间|过程中)|在[{HAN}0-9“”、]{{2,20}})，"
    f"|[{HAN}·]{{2,12}}(?:先后|一行)(?:先后|首先|随后|又|还|分别)?(?:来到|深入|到|走进|前往|察看|查看|实地)"
    f"|“[^”]*[。！？]”[{HAN}]|县领导[{HAN}]{{2,4}}、"
)
"""How a sentence begins that no headline begins like."""
OPENED = pattern(f"在[{HAN}]{{1,8}}(?:中|时|期间)，|(?:会上|座谈会上|随后|据了解|据悉)，")
"""How a paragraph begins that goes on with none before it, though that one ends without a mark."""
OPENS_A_LEAD = frozenset("在为对就由从随据昨今近日本县全我各经当自")
DAY_FIRST = pattern(
    "(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[上下]午|[早晚]上?|凌晨"
    "|中午)?(?:[0-9一二三四五六七八九十]{1,3}[时点][^，。]{0,5})?，"
)
FIRST_CLAUSE = pattern(f"([{HAN}]{{2}})[，。；]")
OPENING = frozenset(
    word
    for line in (
        "会上 会前 会后 会中 随后 目前 今年 去年 前年 近年 近日 日前 当天 当日 当晚 同时 此外 其中 据悉 最后 "
        "然后 为此 近期 最近 如今 其间 期间 不久",
        "现在 眼下 昨日 昨天 今天 今日 下午 上午 晚上 接着 而后 首先 其次 再次 再者 一是 二是 三是 四是 五是 "
        "第一 第二 第三 另外 对此 因此 所以 但是",
        "然而 可是 于是 原来 清晨 傍晚 凌晨 中午 早上 如果 是的 不过 而且 春天 夏天 秋天 冬天 春节 入冬 入秋 "
        "入夏 入春 立春 清明 午后 深夜 夜里 数据",
        "活动 视频 谈及 说干 说完 末了 再看 看到 听完 听说 走进 在这 在那 至此 当前 那时 这时 此时 这次 此次 "
        "这里 那天 那么 记者 同样 每天 每年 每到",
        "每当 每逢 截至 截止 以往 过去 从前 曾经 那年 以前 以后 之后 之前 事后 事前 课上 课后 饭后 途中 路上 "
        "台上 台下 场上 现场 村里 家里 屋里 厂里",
        "田里 地里 山上 河边 其实 当然 显然 幸好 好在 毕竟 终于 渐渐 慢慢 忽然 突然 这天 一天 三天 有时 平时 平日 往年",
    )
    for word in line.split()
)
"""Words that open a sentence before its first mark."""
LOST_END = pattern(
    "(?:(?:参加|陪同|出席|列席)(?:了)?(?:会议|活动|调研|检查|座谈会?|仪式|视察|督查|督导|慰问|考察|走访)?"
    "|(?:安排|动员|再|研究)部署|讲话|发言|主持会议)$"
)
FRESH = pattern(f"在[^，。]{{1,20}}，|[{HAN}]{{2,8}}(?:一行|先后|指出|强调|要求|首先|表示)|[{HAN}]{{2,4}}中，")
"""How a paragraph ends that lost its full stop, and how the next one begins."""
LOST_FIGURE = pattern("[0-9](?:[%％]|个百分点)$")
ANEW = pattern(
    f"{SAYS.pattern}|(?:会议|大会|座谈会|全会)(?:指出|强调|要求|认为|听取|号召)"
    "|(?:出席|参加|列席)(?:会议|大会|活动|座谈会?|调研|仪式)的"
)
"""The same behind a figure, with which a sentence may as well go on: …，执结率达82% / 会议强调，…."""
CUT_OFF = frozenset("，、,长任记席员委的和与及是在对于到从至自")
"""Behind these a sentence goes on with a name, or with anything."""
