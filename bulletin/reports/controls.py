"""Lines of a page's controls (打印 关闭 分享到) and of its menus: short words in a row.

In comes a folded line, out goes whether nothing else stands in it.
"""

import re

from bulletin.patterns import pattern
from bulletin.reports.cleanup import HAN
from bulletin.reports.page_words import CONTROL_WORDS, FORUM_WORDS

CONTROLS = pattern(
    f"{CONTROL_WORDS}|{FORUM_WORDS}|"
    "新闻评论[ ]?[0-9]+|政务服务(?:登[录陆]|注册)|(?:网站|返回)?首[ ]?页"
    "|(?:会员|用户|管理员?|邮箱|[帐账]号)?(?:登[录陆]|注册)|(?:会员|用户|个人)中心|(?:您?还)?没有[帐账]号[？?]?"
    "|(?:使用)?(?:[帐账]号|手机号?|短信|密码|微信|QQ|微博|扫码|快捷|第三方)(?:[+＋](?:密码|验证码)|验证码"
    "|扫码)?登[录陆]|立即(?:登[录陆]|注册)|(?:忘记|找回|记住)密码[？?]?|自动登[录陆]"
    "|(?:镇村|市民|企业|部门|乡镇|登[录陆]|后台)入口|政府信息|公开(?:指南|制度|年报|目录)|依申请公开"
    "|下载(?:APP|客户端)|您?需要登[录陆]后才可以回帖|本版积分规则|回帖|在线(?:反馈|留言|咨询|投稿)"
    "|我要(?:投稿|留言|纠错|分享)|意见反馈|(?:网站|我要)?纠错|今天是|今日是|现在是|请选择|移动端|站长统计|确定"
    "|尾页|末页|共[0-9]{1,3}[页条]|(?:当前)?第?[0-9]{1,3}页|[×✕]|视频加载中[.…。]*|MORE[+＋]?|我?为?政府网站找错"
    "|网站找错|顶部|网站无障碍|适老版|在看三连|三连|退出|搜索|展开|菜单|(?:切换|网站|主|栏目)?导航(?:菜单)?"
    "|智能问答|logo|听新闻|语音(?:播报|阅读|朗读)|播放|暂停|切换到|(?:退出)?全屏|正文|检索|请输入.{0,8}"
    "|无障碍(?:浏览|阅读|版)?|(?:长者|长辈|老年|关怀|适老|大字)(?:模式|版|助手|专区)|适老化|繁[体體]?版?"
    "|简[体]?版?|English|EN|手机版|电脑版|客户端|(?:官方?|政务)?微博|抖音|快手|头条号|视频号|小程序"
    "|(?:官方?|政务)微信|政务(?:新媒体|抖音|客户端|头条)|(?:政务|政府|信息)公开(?:指南|年报|目录|制度)?"
    "|政务服务(?:网|中心)?|政民互动|互动交流|办事(?:服务|指南|大厅)|网上(?:办事|服务)(?:大厅)?|公众(?:参与|互动)"
    "|解读回应|数据(?:开放|发布)|专题专栏|走[进近][\u4e00-\u9fff]{2,3}|(?:本)?网站(?:已)?支持IPV?6|站内搜索"
    "|[顶踩]一下|查看更多|没有更多了?|政务|本站|领导之窗|依申请公开|[县市区旗]长信箱|书记信箱"
    "|(?:个人|官方)?微信(?:公众)?号?|微[博信]|打印(?:[本此该]?[页篇文]|页面|网页|正文|全文|文章|稿件|当前页面?)?"
    "|关闭(?:窗口|本页|此页|页面)?"
    "|(?:返回|回到)(?:顶部|目录|首页|列表|上一?页|上级)?|分享(?:到|至)?[：:]?|收藏|设为首页|加入收藏"
    "|[0-9]?[上下前后]一[版期篇条页][0-9：:]?|没有了|第一[版页]|PDF(?:下载|版|阅读)?|[放缩][大小][+-]?|默认o?"
    "|还原|[大中小特]|超大|较大|较小|正常|字[体号](?:大小)?[：:]?|T?[大中小]字[体号]?|T[大中小]"
    "|(?:我要|发表|网友|查看|暂无|暂无网友|全部|最新|热门)?评论(?:列表|内容|区)?"
    "|(?:展开|收缩|收起|切换|查看|返回)(?:通|单|双)版|(?:通|单|双)版阅读(?:请)?(?:点击)?|共?[0-9]{1,6}条评论"
    "|评论一下|(?:还|暂时?)?没有评论|(?:快来)?抢沙发吧?|最热评论|[上下]一主题|只看楼主|只看该作者"
    "|[倒正]序(?:阅读|浏览|看帖)|使用道具|政府信息公开|请?登[录陆]后(?:发表)?评论|关注|我来说两句|(?:点)?赞"
    "|点点赞|点?分享|点?收藏(?:本页|此页)?|今日头条|点?在看|QQ空间|QQ好友|新浪微博|腾讯微博|人人网|豆瓣网?|开心网"
    "|朋友圈|百度贴吧|复制链接|扫一扫|更多|网站地图|站点地图|关于我们|关于本站|联系(?:我们|方式)"
    "|广告(?:服务|合作|刊例)?|(?:网站|法律|免责|版权|隐私)声明|使用帮助|帮助|诚聘英才|人才招聘|友情链接|匿名"
    "|用户名[：:]?|密码[：:]?|验证码[：:]?|取消|允许|知道了|(?:THE )?END|喜欢作者"
    '|(?:喜欢)?就?点个?[“"]?(?:在看|赞)[”"]?[吧哦]?[！!~]?(?:分享给更多(?:的)?人)?'
    "|分享给更多(?:的)?(?:人|朋友)[吧哦]?[！!~]?|一键三连|球?求?(?:分享|点赞|在看)|继续滑动看下一个"
    "|向上滑动看下一个|轻触阅读原文|阅读原文|使用小程序|关注该公众号|微信扫一扫"
    "|Scan to Follow|预览时标签不可点|(?:新闻|内容)(?:提要|摘要)|核心提示|微信|(?:热门|最新)?[0-9]*(?:条)?跟贴"
    "|联系客服|在线客服|客服(?:热线)?|打开网易新闻|查看精彩图片|字体[放缩][大小]"
    "|(?:加大|缩小|放大|增大|减小)字[体号]|(?:改变)?文字大小[：:]?|字[体号]调节[：:]?|操作[：:]?|取消收藏"
    "|字体[：:]?|本期导航|往期回顾|往期报纸|标题导航|版面导航|扫码关注|阅读全文|展开全文|收起|举报|转发"
    "|(?:点击|阅读|浏览|访问)(?:数|量|次数|人次)?|附件下载|(?:点击)?(?:图片)?(?:查看|看|放)(?:大图|原图)|captcha"
    "|[0-9]{1,6}人?(?:点赞|在看|收藏|评论|阅读|回复|浏览|查看|点击|人气|参与)|完|次|[0-9]{1,9}次?"
    "|[0-9]{1,2}:[0-9]{2}|A[-+]?|[+-]",
    re.IGNORECASE,
)
"""A word of the page's own controls; a line of nothing else belongs to no report."""
PARTS = pattern("[■▍▌ \u3000←→↑↓⇧⇩↵『』|｜·•丨/\\[\\]【】〖〗<>«»《》()（）、，,。：:？?—×*]+")
MENU_WORD = pattern(f"[{HAN}A-Za-z]{{2,8}}")
FEWEST_MENU_WORDS, FEWEST_COLUMNS = 3, 4
LONGEST_CONTROLS = 60
HOME = pattern("(?:网站|返回)?首页|加入收藏|设为首页|English|网站地图|联系我们")
COLUMN = pattern(
    "[县市区旗]情(?:概况)?|乡镇|部门|招商(?:引资)?|民生|旅游|教育|健康|文化|党建|专题|视频|图片|直播|广播|要闻"
    "|时政|公告|电子报|数字报|投稿|评论|专栏|新闻(?:中心)?|政务|体育|财经|法治|社会|生活|图库|走[进近].{2,4}"
    "|[\u4e00-\u9fff]{2}(?:新闻|要闻|动态|公开|服务|互动|专题)"
)
"""Columns of a site, in a row with its first page."""
ROW = pattern("[ \u3000|｜]+")
SPACED_HOME = pattern("首[ \u3000]+页")


def is_controls(text: str) -> bool:
    """Whether a line holds nothing but controls of a page (打印 关闭 分享到)."""
    if len(text) > LONGEST_CONTROLS or text.isdigit():
        return False
    words = list(filter(None, PARTS.split(text)))
    if len(words) == 2 and all(len(word) == 1 for word in words):
        words = ["".join(words)]  # 打 印
    return bool(words) and all(map(CONTROLS.fullmatch, words))


def is_row_of_columns(text: str) -> bool:
    """Whether a line is a row of short words, half of them surely a page's: 首 页 走进青石 新闻中心 政务服务."""
    words = [word for word in ROW.split(SPACED_HOME.sub("首页", text)) if word]
    if len(words) < FEWEST_MENU_WORDS or not all(MENU_WORD.fullmatch(word) for word in words):
        return False
    controls = [word for word in words if CONTROLS.fullmatch(word)]
    if len(controls) * 2 >= len(words) >= FEWEST_COLUMNS:
        return True
    return any(map(HOME.fullmatch, words)) and all(word in controls or COLUMN.fullmatch(word) for word in words)


def is_menu(text: str) -> bool:
    """Whether a line may be a menu: many short words and no mark of a sentence. True of a list of names as well."""
    words = [word for word in re.split("[ \u3000|｜]+", text) if word]
    return len(words) >= FEWEST_MENU_WORDS and sum(bool(MENU_WORD.fullmatch(w)) for w in words) >= 0.7 * len(words)
