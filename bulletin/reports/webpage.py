"""Lines of a web page or an e-paper that belong to no report: its place, controls, tables of metadata, notices, footers.

In comes a folded line, out goes whether it is one. Which lines around it go too, `chrome` decides.
"""

import re

from bulletin.patterns import pattern
from bulletin.reports.breadcrumbs import is_place
from bulletin.reports.cleanup import HAN
from bulletin.reports.controls import ROW, is_controls, is_row_of_columns
from bulletin.reports.frame_signs import SIGNS, signed_frame
from bulletin.reports.kinds import CREDIT, SOURCE
from bulletin.reports.mirrors import is_mirror_slogan, may_be_mirror
from bulletin.reports.page_words import COUNTERS
from bulletin.reports.role_words import ROLE

LONGEST_NOTICE = 300
RULE = pattern("^[-=*_~—─━·.。•☆★◇◆■□●○#＊ ]+$")
SPACED_JUNK = pattern("(?=[^0-9]*[0-9])(?=(?:[A-Za-z0-9 ]*[^A-Za-z0-9 ]){2})(?:[!-~]{1,3} ){4,}[!-~]{1,3}$")
JUNK = pattern(r"(?=(?:[^#*^~$%&=<>{}\\;)]*[#*^~$%&=<>{}\\;)]){2})(?=.*[A-Za-z0-9])(?!.*[A-Za-z]{4})[ -~]{4,60}$")
"""A run of signs and single letters that a mirror site puts between paragraphs."""
PICTURE_NAME = pattern(
    r"(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[A-Za-z0-9_-]{16,64}(?:\.(?:jpe?g|png|gif|bmp|webp))?"
    r"|[!-~]{4,60}[@%~][!-~]{4,60}\.(?:jpe?g|png|gif|bmp|webp)",
    re.IGNORECASE,
)
"""The name of a picture's file, which a page leaves where the picture stood."""
SENTENCE = pattern("[。！？][”’）)]?$|。.")
CHROME = pattern(
    f"{COUNTERS}|"
    f"^(?:[•·▪◦>＞»：: ]*|[{HAN}]{{2,8}}[ \u3000]+)(?:首页|您?(?:的|当前)?位置|您?当前位置|你所在的位置"
    "|当前的?位置|所在位置)[ ]*(?:[>＞»：:›]|-)"
    f"|^[{HAN}]{{2,16}}(?:[ ]*[>＞»›﹥]{{1,2}}[ ]*[{HAN}]{{2,12}}){{1,5}}[ ]*[>＞»›]{{0,2}}$"
    "|^【?[ ]*字[体号][：: ]|^[（(]?(?:大|中|小)(?:[ \u3000]+(?:大|中|小)){1,2}[）)]?$|^分享(?:到|至)"
    "|^[【\\[](?:打印|关闭)[】\\]]|^【?打印(?:本?[页文]|正文|此[页文]|内容)|^(?:现在|当前|系统|北京)时间[：:]"
    "|^[-－–—|｜]{1,6}$"
    "|^(?![^|｜]{0,3}(?:来源|稿源|转自|出处))[\u4e00-\u9fff]{2,8}[ ]*[-_|｜][ ]*[\u4e00-\u9fff]{2,12}(?:网|在线"
    "|信息港|门户网站)$|^[0-9]{1,2}-[0-9]{1,2}[ ]+[0-9]{1,2}:[0-9]{2}[ ]+[\u4e00-\u9fff]{2,12}$"
    "|^[■◎●◆□▍▌\\[][ ]*[\u4e00-\u9fff]{0,4}(?:新闻|要闻|动态|时政|快讯|简讯)\\]?$"
    "|^[\u4e00-\u9fff]{2,10}[ ]*[>＞»›]{1,3}$|^楼主$|^[\u4e00-\u9fff]{2,6}链接[：:]$|^(?:是否)?继续访问[ ]*放弃$"
    "|^您?好?[，,]?欢迎(?:您|大家)?(?:进入|访问|光临|来到|登[录陆]|浏览|投稿|来稿|关注|使用)[^。]{2,30}$"
    "|^[^。，]{0,16}欢迎(?:大家|您|广大[^。，]{2,6})?(?:踊跃)?(?:投稿|来稿)"
    "|^您(?:看到|阅读)[^。]{0,14}(?:感受|心情)|^您的IP|^(?:本文|全文)共?[ ]*[0-9]+[ ]*字$"
    "|^[-—=*]{3,}[\u4e00-\u9fff]{1,4}[-—=*]{3,}$|^[A-Z]{1,8}[0-9]{2,6}$|^查看[：:][ ]*[0-9]+"
    "|^[a-z]+_[a-z]+[：:][a-z_0-9]+$|^[\u4e00-\u9fff]{2,4}融媒体?$"
    "|^(?:美友|微友|网友|会员|用户|手机用户)[0-9A-Za-z_]{4,}$|^[0-9]{1,2}-[0-9]{1,2}[ ]+[0-9]{1,2}:[0-9]{2}$"
    "|^(?:[0-9]{1,6}|[0-9]{18,60})$|^(?:0[0-9]{2,3}-?)?[0-9]{7,11}$"
    "|^(?:[ ]?[\u4e00-\u9fff]{0,4}(?:新闻|动态|公告|公开|要闻|资讯|总览|通知|专题|专栏|互动|服务|概况|信息|视频"
    "|党校|图片)){4,}[\u4e00-\u9fff ]{0,4}$"
    "|^(?:[\u4e00-\u9fff]{2,20}(?:网|政府"
    "|在线)[ \u3000]+)?(?:网站)?首页(?:[ \u3000]+[\u4e00-\u9fffA-Za-z0-9]{2,8}){1,14}$"
    "|^(?:旗下|所属|相关)栏目[：:]|^\\.(?:jpe?g|png|gif)[)）]?$|^[| ]*留言与评论|^第?[0-9]+[ ]*期[ ]*[/|｜>＞»]"
    "|^返回$|^页[：:][ ]*(?:\\[[0-9]{1,3}\\])?$|^\\[[0-9]{1,3}\\]$|^Powered by|^GMT[+-][0-9]|^Processed in "
    "|^(?:离线|在线)[A-Za-z0-9_]{2,20}$|^[一-鿿]{2,16}(?:网站?|在线|门户|之窗)[ ]*[|｜>＞»›]{1,3}$|^!\\[\\]\\("
    "|^扫码|^ID[：:]|^当前版[：:]|^(?:访问|浏览|阅读|点击)(?:量|次数|人次)?[：:][ ]*$|^标题[：:]|^下载附件"
    "|^本(?:篇)?文章?.{0,4}[0-9]+字，|^地址[：:][ ]*https?:|^微信号[：:]"
    "|^[（(]?(?:部分|文中|本文)?(?:图片|文字|视频|素材|图文|内容)(?:均|皆)?(?:来源于?|来自)(?:网络"
    "|互联网)(?:，[^。，]{0,6}侵[^。，]{0,4})?[）)]?$|^您是第[0-9]+位访[客问]|^欢迎(?:访问|光临)"
    "|^【?(?:打印|关闭)(?:本?页|窗口)|^扫一扫|^版权所有|^Copyright|^©"
    "|^(?:关于|联系)我们|^[A-Za-z][A-Za-z .,_/|'’&-]{0,30}$|^-[\u4e00-\u9fff]{2,4}-$"
    "|^[\u4e00-\u9fff]{2,8}[ ]*[-－—|· ][ ]*(?:数字报|电子[报版]|数字版|多媒体)|^[A-Za-z]{2,} [A-Za-z]{2,}"
    "|^[A-Za-z]{5,}[：:]|^[?？\ufffd•·|#×✕\\\\]{1,6}$|^(?:网友|发表)评论"
    "|^(?:点赞|在看|收藏|评论|分享)(?:[0-9 |/·（(]|$)|^返回(?:顶部|首页|列表)|^点击(?:查看|进入|下载)"
    "|^(?:阅读|点击|浏览|访问)(?:次?数|量|次)?[：: ]*[0-9]+[次]?$|^第[A-Z]?[0-9]{1,2}版[：: ]|^第[0-9A-Z]{1,3}版$"
    "|^[A-Z]?0{1,4}[0-9]{1,2}[版]?[：: ].{1,8}$|^国内统一刊号|^(?:CN|ISSN)[0-9 -]|^邮发代号|^第[0-9]+期[ ]*[>＞»]"
    "|^[上下]一版|^本期共[0-9]+版|^PDF|^<!--|^/?enpproperty"
    "|^https?://[^ ]+$|^ICP备|^(?:微信|QQ)(?:图片|截图)[_ ]?[0-9]{8,}[0-9_]*$|^复制链接"
    "|^[•· ]*标题[ \u3000]+站内高级搜索$|^(?:\\.{1,2}/)+[A-Za-z0-9_/.-]+$|^[A-Za-z0-9_-]+\\.s?html?$"
    "|^[一-鿿]{2,10}(?:网|报|在线)综合(?:编辑|整理)$|^访问统计[：:]|^主办(?:单位)?[：:]|^承办(?:单位)?[：:]"
    "|^技术支持[：:]|^(?:运维)?电话[：:]|^(?:传真|邮编|QQ)[：:]|^(?:官方)?(?:微信|微博)(?:公众号)?[：:]"
    "|^(?:原标题|网站标题)[：:]|^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]+ [0-9]+ "
    "|^(?:发布时间|发布日期|发表时间|更新时间|来源|作者|编辑|日期|时间|字号|字体|浏览次数)[：:][ ]*$"
    "|^[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}[ ]+[0-9:]+$"
    "|^长按(?:识别|图片|二维码|上图|下方|关注)|^识别(?:图中|二维码|下方)"
    "|^©?原创(?:[ ]+[\u4e00-\u9fff]{2,8}){1,3}[ ]+[\u4e00-\u9fff]{2,6}(?:发布|融媒|网|报|客户端)$|^关注我们"
    "|^阅读原文|^来都来了|^免责声明|^[-—－–~·★ ]*(?:THE )?END[-—－–~·★ ]*$|^[▼▲↓↑△▽]{1,20}$"
    "|^[（(【\\[]?(?:文章图片|图片|视频|视频截图|图文无关|动图|图集)[）)】\\]]?$|^[（(]原文章信息[：:]"
    f"|^(?:{ROLE})[：:][ ]*$|^[（(【\\[〔][ ]*(?:(?:{ROLE})[ ]*|(?:来源|稿源)[ ]*[：:][ ]*)[）)】\\]〕]$"
    f"|^(?:网站)?首页(?=[{HAN}]{{12,60}}$)(?:[{HAN}]*?(?:新闻|中心|专题|政务|图库|视频|公开|服务|动态|要闻|互动"
    f"|专栏)){{3}}"
)
AD = pattern(
    "^AD[ ]|^(?:广告|推广)[^，。]{0,3}联系(?:客服|我们|电话|方式|QQ|微信)"
    "|^[〖【\\[（(<《]?(?:广告|推广|赞助)[〗】\\]）)>》：:]|^热搜词?[：:]|^热门[：:]"
    "|^本(?:文|站)(?:内容)?(?:来源于|转载自|来自|由)(?:网络|互联网)|^手机(?:用户|阅读|版阅读)请"
    "|^(?:本?[篇则条]?(?:文章|新闻|信息|内容|本文)?(?:热门)?关键[词字]|相关搜索|标签|热门搜索|特别声明)[：:]"
)
METADATA = pattern(
    "^(?:[•·▪◦●○*][ \u3000]*)?(?:(?:信息)?索[ ]?引[ ]?号?|(?:公开|信息)目录"
    "|(?:发布|发文|公开|责任|制作)(?:机构|机关|单位|部门|科室)|文[ ]?号|发文字号|公文文号|成文日期|发文日期"
    "|生成日期|生效日期|失效日期|废止日期|公开日期|(?:主题|组配|体裁|信息|公文|服务对象)分类|主题词"
    "|(?:公开|发布)(?:方式|形式|范围|时限|程序|类型)|有[ ]?效[ ]?性|(?:信息|公文|文件)?名[ ]?称|文件编号|统一编号"
    "|(?:当前|所属)?(?:栏目|专栏|专版|频道|分类|类别)|(?:TAGS?|Tags?|tags?)|(?:本文|文章)标签"
    "|网站(?:维护|管理|运营|运维)"
    "|(?:政务公开|信息公开|网站|投稿|纠错|新闻|爆料|报料)(?:监督|联系|咨询)?(?:电话|热线|邮箱)"
    "|(?:本站|本网|常年)?法律顾问|主管单位|业务合作(?:QQ)?"
    "|(?:本文|原文|文章)(?:链接|地址|网址|来源[：:][ ]*(?=https?:))(?=[：: h]))[ ]*[：: h]"
)
"""A row of the table above a text that an authority has made public, or of what a site tells of itself."""
METADATA_ITEM = pattern(
    "^[•·▪◦●○*-][ \u3000]*(?:(?:信息)?索[ ]?引[ ]?号|(?:发布|发文|公开|责任)(?:机构|机关|单位|部门)|文[ ]?号"
    "|发文字号|(?:成文|发文|生成|生效|失效|废止|公开|发布)日期|(?:内容|主题|组配|体裁|信息|公文|服务对象)分类"
    "|主题词|(?:公开|发布)(?:方式|形式|范围|时限|程序|类型)|有[ ]?效[ ]?性|(?:信息|公文|文件)名[ ]?称)"
)
"""The same as an item of a list, where nothing parts label and value: • 公开方式主动公开."""
PLEA = pattern(
    '^(?:关注我们|喜欢就|看完|觉得[^。，]{0,8}?|记得|别忘了?|欢迎|请|点个)[^。]{0,8}?(?:点个?赞|[“"]赞|在看'
    '|点个[“"]好看)[^。，]{0,8}$'
    "|^[▲△▼▽↑↓←→ ]*(?:记得|欢迎|快来)?(?:点击?|戳|长按)[^。，]{0,6}(?:蓝字|上方|下方|卡片|名片"
    "|二维码)[^。]{0,4}，?(?:免费)?(?:关注|订阅)[^。，]{0,8}$"
    '|^点[个亮][“"]?(?:赞|在看)[^。，]{0,8}(?:，[^。，]{0,8})?$'
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
    "|^未经[^。，]{0,12}(?:允许|许可|授权|同意)[，,]?(?:请勿|不得|禁止|严禁|谢绝)[^。]{0,20}(?:转载|复制|传播"
    "|使用|摘编|镜像)|^<image>|^data:image/"
)
"""What a mirror site asks for below a text."""
LINKED = pattern("[^，。！？：:；、]{2,40}[ ]?https?://[^ ]{8,}$")
"""A few words and an address: 哪家医院最权威 https://…."""
REACHED = pattern(
    f"[（(【\\[〔]?(?:{ROLE})[ ]*[：: ][ ]*[{HAN}]{{2,4}}(?:[ 、，]+[{HAN}]{{1,4}}){{0,4}}[ ]+(?:新闻|爆料|报料"
    "|联系|投稿)*(?:电话|热线|邮箱|手机|QQ)?[：:]"
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
        return ("没有" in text or "密码" in text) and is_controls(text[:-1])
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
