"""Sentences that mirror sites put below a text: notices of rights, pleas to share and to log in.

In comes a line, out goes whether it is one; a quick look spares most lines the slow patterns.
"""

from bulletin.patterns import pattern
from bulletin.reports.page_words import NOTICES

MIRROR_SLOGAN = pattern(
    f"{NOTICES}|"
    "轻点两下取消|^您访问的链接即将离开|^(?:分享到微信[^。，]{0,8})?打开微信，|^马上注册[，,]"
    "|^您?需要[ ]*登[录陆][ ]*才"
    "|^更多[^，。]{0,10}(?:新闻|资讯|内容|信息|精彩)[，,]?(?:敬?请|欢迎)(?:关注|登录|点击|访问)"
    "|^[^，。 ]{2,8}新闻[，,](?:新鲜有料。|弘扬社会正气。|讲述(?:家乡|[^，。]{2,8}故事。)|有家乡事|看家乡事"
    "|故乡情[，,]家乡事)|^(?:[^，。：]{0,14}(?:版权|免责|郑重|特别))?声明[：:]"
    "|^本(?:公众号|平台|网站?|站)(?:部分)?(?:转载|刊登|推送)"
    "|^本(?:网站|网|站|平台)[^。]{2,28}(?:提供|上传|发布|整理)，[^。]{0,14}不承担|赞同其观点"
    "|^本(?:站|网|文|刊|平台)[^。，]{0,8}(?:原创|稿件|作品|文章)[^。，]{0,6}，?(?:如需)?转载[^。]{0,10}(?:注明"
    "|附上|标明|保留|联系|授权)|^本文(?:系|为|由)[^，。]{0,12}(?:转载|转自|整理|原创)|^Notice: "
    "|^(?:您好[，,！!]?)?欢迎您?(?:访问|光临|来到|进入|登[录陆]|浏览)[^。，]{2,30}[！!]?$|^网友评论仅供"
    "|^[0-9一二三]{1,2}[、.．](?:本网转载|“[^”]{2,12}”由[^。，]{2,24}主办。[^。]{0,30}授权)"
    "|^(?:新闻|本文)(?:导读|摘要|提要)[：:].*…$|^[0-9一二三]{1,2}[、.．](?:未经|如因作品)[^。]{0,30}(?:许可|版权)"
    "|^[①-⑳0-9一二三.、（） ]{0,4}凡(?:本网|本站)?注明"
    "|(?:文章)?版权归原作者(?:所有)?|未经许可[，,]?不得转载|如(?:有|涉及)[^。]{0,16}(?:侵权|版权)[^。]{0,24}联系"
    "|^[^，。；]{2,24}[A-Za-z0-9.-]{4,24}[ ]*版权所有。?$"
)
"""Sentences that a mirror site puts below a text."""
MIRROR_ANYWHERE = pattern(
    "[版侵未轻赞](?:(?<=版)权|(?<=侵)权|(?<=未)经(?:[^。，]{0,12}授权|许可)|(?<=轻)点两下|(?<=赞)同其观点)"
)
MIRROR_SIGN = pattern("[示仅僅登更闻聞声聲本N评評注註欢歡载載链鏈微页頁]")
"""One of these stands near the beginning of those that are known by it."""
TEASER = pattern("[【\\[](?:(?:查看)?(?:详细|全文|更多)(?:信息|内容|介绍|报道)?|详情)(?:[>＞»]*)[】\\]]$")
"""The end of a text that a page shows in part: …一九四一年，[详细信息]."""
LONGEST_OPENING = 12


def may_be_mirror(text: str) -> bool:
    """A quick look, of a text whether folded or not, whether `is_mirror_slogan` may hold."""
    if text[-1] in "]】" or "加入收藏" in text:
        return True
    if MIRROR_SIGN.search(text, 0, LONGEST_OPENING) or text.startswith(("分享到微信", "打开微信")):
        return True
    if "权" in text or "權" in text or "许可" in text or "許可" in text:
        return True
    return "其观点" in text or "其觀點" in text or "点两下" in text or "點兩下" in text


def is_mirror_slogan(text: str) -> bool:
    """Whether a sentence is one that a mirror site puts below a text."""
    if MIRROR_ANYWHERE.search(text):
        return bool(MIRROR_SLOGAN.search(text))
    if ("设为首页" in text and "加入收藏" in text) or (text[-1] in "]】" and TEASER.search(text)):
        return True
    return bool(MIRROR_SLOGAN.match(text))
