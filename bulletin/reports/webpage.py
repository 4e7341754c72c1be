"""Lines of a web page or an e-paper that belong to no report: its place, controls, tables of metadata, notices, footers.

In comes a folded line, out goes whether it is one. Which lines around it go too, `chrome` decides.
"""

import re

from bulletin.patterns import pattern
from bulletin.reports.breadcrumbs import is_place
from bulletin.reports.chrome_words import AD, CHROME, METADATA, METADATA_ITEM
from bulletin.reports.cleanup import HAN
from bulletin.reports.controls import ROW, is_controls, is_row_of_columns
from bulletin.reports.frame_signs import SIGNS, signed_frame
from bulletin.reports.kinds import CREDIT, SOURCE
from bulletin.reports.mirrors import is_mirror_slogan, may_be_mirror
from bulletin.reports.role_words import ROLE

LONGEST_NOTICE, ASKED = 300, ("没有", "密码", "评论", "沙发", "来说两句")
"""Characters of a notice, and words of controls that end as sentences do: 暂无评论，快来抢沙发吧！"""
RULE = pattern("^[-=*_~—─━·.。•☆★◇◆■□●○#＊ ]+$")
SPACED_JUNK = pattern(
    "(?=[^0-9]*[0-9])(?=(?:[A-Za-z0-9 ]*[^A-Za-z0-9 ]){2})(?:[!-~]{1,3} ){4,}[!-~]{1,3}$|(?=.*[a-z])(?=.*[0-9])(?:[!-~] ){1,3}[!-~]$"
)
JUNK = pattern(r"(?=(?:[^#*^~$%&=<>{}\\;)]*[#*^~$%&=<>{}\\;)]){2})(?=.*[A-Za-z0-9])(?!.*[A-Za-z]{4})[ -~]{4,60}$")
"""A run of signs and single letters that a mirror site puts between paragraphs; short ones as well (4 y), but not 0 1, 5G."""
PICTURE_NAME = pattern(
    r"(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[A-Za-z0-9_-]{16,64}(?:\.(?:jpe?g|png|gif|bmp|webp))?"
    r"|[!-~]{4,60}[@%~][!-~]{4,60}\.(?:jpe?g|png|gif|bmp|webp)",
    re.IGNORECASE,
)
"""The name of a picture's file, which a page leaves where the picture stood."""
SENTENCE = pattern("[。！？][”’）)]?$|。.")
PLEA = pattern(
    "(?:关注我们|喜欢就|看完|觉得[^。，]{0,8}?|记得|别忘了?|欢迎|请|点个)[^。]{0,8}?"
    '(?:点个?赞|[“"]赞|在看|点个[“"]好看)[^。，]{0,8}$'
    "|[▲△▼▽↑↓←→ ]*(?:记得|欢迎|快来)?(?:点击?|戳|长按)[^。，]{0,6}(?:蓝字|上方|下方|卡片|名片|二维码)[^。]{0,4}，?"
    "(?:免费)?(?:关注|订阅)[^。，]{0,8}$"
    '|点[个亮][“"]?(?:赞|在看)[^。，]{0,8}(?:，[^。，]{0,8})?$'
)
LONGEST_PLEA = 24
"""What an account asks of its readers: 关注我们，点个赞！ A headline that praises somebody (为护林员点赞) begins otherwise."""
FOOT = pattern(
    "Copyright|All Rights Reserved|ICP备|公?网安备|版权所有|许可证(?:编号|号)?"
    "|(?:电话|邮箱|QQ|传真|邮编|地址)[：:]|主办|承办|技术支持|标识码",
    re.IGNORECASE,
)
"""What a page says of itself at its foot, all on one line."""
FEWEST_FOOT, LONGEST_SHORT = 3, 120
WORD, LONGEST_MARKS = pattern("[^\\W_]"), 5
CITED = pattern(
    "(?:转载|引用)?请?(?:注明|标明)出处|^[【\\[]?[^。]{2,40}版权与免责声明[】\\]]?$"
    "|^未经[^。，]{0,12}(?:允许|许可|授权|同意)[，,]?(?:请勿|不得|禁止|严禁|谢绝)[^。]{0,20}"
    "(?:转载|复制|传播|使用|摘编|镜像)|^<image>|^data:image/"
)
"""What a mirror site asks for below a text."""
LINKED = pattern("[^，。！？：:；、]{2,40}[ ]?https?://[^ ]{8,}$")
"""A few words and an address: 哪家医院最权威 https://…."""
REACHED = pattern(
    f"[（(【\\[〔]?(?:{ROLE})[ ]*[：: ][ ]*[{HAN}]{{2,4}}(?:[ 、，]+[{HAN}]{{1,4}}){{0,4}}[ ]+"
    "(?:新闻|爆料|报料|联系|投稿)*(?:电话|热线|邮箱|手机|QQ)?[：:]"
)
"""An editor with how to reach him: 编辑：苏小雨 新闻热线：…."""
CODE_BEGINS = frozenset("{[<.#$}jdw")
CODE = pattern(
    "^(?:[\\[{]{1,2}[ ]*[\"“”'][A-Za-z_]{2,20}[\"“”'][ ]*[:：]|</?(?:script|style|iframe|link|meta|input)[ >/]"
    "|[.#][A-Za-z][A-Za-z0-9 .,_#-]{0,40}[{]"
    "|(?:[$]|jQuery|document|window)[.(]|[}][ );,}]*$)"
)
"""What a page's scripts and styles leave between paragraphs: {"url":"…","id":"…"}, .article p {…}."""


def has_words(text: str) -> bool:
    """Whether there is any letter, figure or Han character in a text; mostly the first one is."""
    return text[0].isalnum() or WORD.search(text) is not None


def is_frame(text: str) -> bool:
    """Whether a line is of the frame of a web page or an e-paper, or advertising of a mirror site."""
    if len(text) <= LONGEST_NOTICE and may_be_mirror(text) and is_mirror_slogan(text):
        return True
    if text[0] in CODE_BEGINS and CODE.match(text):
        return True
    if len(text) > LONGEST_MARKS and not WORD.search(text):
        return not RULE.match(text)  # what a page leaves of its pictures and icons
    if (
        len(text) <= LONGEST_PLEA
        and ("赞" in text or "在看" in text or "点个" in text or "关注" in text)
        and PLEA.match(text)
    ):
        return True
    if ("出处" in text or "声明" in text or "未经" in text[:2] or "data:image" in text) and CITED.search(text):
        return True
    if "://" in text and LINKED.match(text):
        return True
    if SENTENCE.search(text):
        return any(map(text.__contains__, ASKED)) and is_controls(text[:-1])
    if text.isascii() and (JUNK.match(text) or SPACED_JUNK.match(text) or PICTURE_NAME.fullmatch(text)):
        return True
    if text.count("|") > 1 and "，" not in text:
        return is_row_of_columns(text) or not (CREDIT.match(text) or SOURCE.match(text)) or is_controls(text)
    if len(text) <= LONGEST_SHORT:
        return _is_short_frame(text)
    return len(text) <= LONGEST_NOTICE and "。" not in text and len(FOOT.findall(text)) >= FEWEST_FOOT


def _is_short_frame(text: str) -> bool:
    if text.count("：") + text.count(":") > 1 and REACHED.match(text):
        return False
    if CHROME.match(text) or is_place(text) or METADATA.match(text) or METADATA_ITEM.match(text) or AD.match(text):
        return True
    return (
        signed_frame(text, SIGNS.findall(text))
        or is_controls(text)
        or (ROW.search(text) is not None and is_row_of_columns(text))
    )
