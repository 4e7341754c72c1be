"""Lines of a web page or an e-paper that belong to no report: menus, controls, lists of other reports, notices, footers.

In comes a folded line, out goes whether it is one. Which lines around it go too, `chrome` decides.
"""

import re

from bulletin.patterns import pattern
from bulletin.reports.breadcrumbs import is_place
from bulletin.reports.cleanup import HAN
from bulletin.reports.kinds import CREDIT, SOURCE
from bulletin.reports.page_words import CONTROL_WORDS, COUNTERS, FORUM_WORDS, GAMBLING, NOTICES
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
    f"^(?:[•·▪◦>＞»：: ]*|[{HAN}]{{2,8}}[ \u3000]+)(?:首页|您?(?:的|当前)?位置|您?当前位置|你所在的位置|当前的?位置|所在位置)[ ]*(?:[>＞»：:›]|-)|^[{HAN}]{{2,16}}(?:[ ]*[>＞»›﹥]{{1,2}}[ ]*[{HAN}]{{2,12}}){{1,5}}[ ]*[>＞»›]{{0,2}}$"
    "|^【?[ ]*字[体号][：: ]|^[（(]?(?:大|中|小)(?:[ \u3000]+(?:大|中|小)){1,2}[）)]?$|^分享(?:到|至)|^[【\\[](?:打印|关闭)[】\\]]|^【?打印(?:本?[页文]|正文|此[页文]|内容)|^(?:现在|当前|系统|北京)时间[：:]|^[-－–—|｜]{1,6}$|^(?![^|｜]{0,3}(?:来源|稿源|转自|出处))[\u4e00-\u9fff]{2,8}[ ]*[-_|｜][ ]*[\u4e00-\u9fff]{2,12}(?:网|在线|信息港|门户网站)$|^[0-9]{1,2}-[0-9]{1,2}[ ]+[0-9]{1,2}:[0-9]{2}[ ]+[\u4e00-\u9fff]{2,12}$|^[■◎●◆□▍▌\\[][ ]*[\u4e00-\u9fff]{0,4}(?:新闻|要闻|动态|时政|快讯|简讯)\\]?$|^[\u4e00-\u9fff]{2,10}[ ]*[>＞»›]{1,3}$|^楼主$|^[\u4e00-\u9fff]{2,6}链接[：:]$|^(?:是否)?继续访问[ ]*放弃$|^您?好?[，,]?欢迎(?:您|大家)?(?:进入|访问|光临|来到|登[录陆]|浏览|投稿|来稿|关注|使用)[^。]{2,30}$|^[^。，]{0,16}欢迎(?:大家|您|广大[^。，]{2,6})?(?:踊跃)?(?:投稿|来稿)|^您(?:看到|阅读)[^。]{0,14}(?:感受|心情)|^您的IP|^(?:本文|全文)共?[ ]*[0-9]+[ ]*字$|^[-—=*]{3,}[\u4e00-\u9fff]{1,4}[-—=*]{3,}$|^[A-Z]{1,8}[0-9]{2,6}$|^查看[：:][ ]*[0-9]+|^[a-z]+_[a-z]+[：:][a-z_0-9]+$|^[\u4e00-\u9fff]{2,4}融媒体?$|^(?:美友|微友|网友|会员|用户|手机用户)[0-9A-Za-z_]{4,}$|^[0-9]{1,2}-[0-9]{1,2}[ ]+[0-9]{1,2}:[0-9]{2}$|^(?:[0-9]{1,6}|[0-9]{18,60})$|^(?:0[0-9]{2,3}-?)?[0-9]{7,11}$|^(?:[ ]?[\u4e00-\u9fff]{0,4}(?:新闻|动态|公告|公开|要闻|资讯|总览|通知|专题|专栏|互动|服务|概况|信息|视频|党校|图片)){4,}[\u4e00-\u9fff ]{0,4}$|^(?:[\u4e00-\u9fff]{2,20}(?:网|政府|在线)[ \u3000]+)?(?:网站)?首页(?:[ \u3000]+[\u4e00-\u9fffA-Za-z0-9]{2,8}){1,14}$|^(?:旗下|所属|相关)栏目[：:]|^\\.(?:jpe?g|png|gif)[)）]?$|^[| ]*留言与评论|^第?[0-9]+[ ]*期[ ]*[/|｜>＞»]|^返回$|^页[：:][ ]*(?:\\[[0-9]{1,3}\\])?$|^\\[[0-9]{1,3}\\]$|^Powered by|^GMT[+-][0-9]|^Processed in |^(?:离线|在线)[A-Za-z0-9_]{2,20}$|^[一-鿿]{2,16}(?:网站?|在线|门户|之窗)[ ]*[|｜>＞»›]{1,3}$|^!\\[\\]\\(|^扫码|^ID[：:]|^当前版[：:]|^(?:访问|浏览|阅读|点击)(?:量|次数|人次)?[：:][ ]*$|^标题[：:]|^下载附件|^本(?:篇)?文章?.{0,4}[0-9]+字，|^地址[：:][ ]*https?:|^微信号[：:]|^[（(]?(?:部分|文中|本文)?(?:图片|文字|视频|素材|图文|内容)(?:均|皆)?(?:来源于?|来自)(?:网络|互联网)(?:，[^。，]{0,6}侵[^。，]{0,4})?[）)]?$|^您是第[0-9]+位访[客问]|^欢迎(?:访问|光临)|^【?(?:打印|关闭)(?:本?页|窗口)|^扫一扫|^版权所有|^Copyright|^©"
    "|^(?:关于|联系)我们|^[A-Za-z][A-Za-z .,_/|'’&-]{0,30}$|^-[\u4e00-\u9fff]{2,4}-$|^[\u4e00-\u9fff]{2,8}[ ]*[-－—|· ][ ]*(?:数字报|电子[报版]|数字版|多媒体)|^[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Za-z]{5,}[：:]|^[?？\ufffd•·|#×✕\\\\]{1,6}$|^(?:网友|发表)评论|^(?:点赞|在看|收藏|评论|分享)(?:[0-9 |/·（(]|$)|^返回(?:顶部|首页|列表)|^点击(?:查看|进入|下载)"
    "|^(?:阅读|点击|浏览|访问)(?:次?数|量|次)?[：: ]*[0-9]+[次]?$|^第[A-Z]?[0-9]{1,2}版[：: ]|^第[0-9A-Z]{1,3}版$|^[A-Z]?0{1,4}[0-9]{1,2}[版]?[：: ].{1,8}$|^国内统一刊号|^(?:CN|ISSN)[0-9 -]|^邮发代号|^第[0-9]+期[ ]*[>＞»]|^[上下]一版|^本期共[0-9]+版|^PDF|^<!--|^/?enpproperty"
    "|^https?://[^ ]+$|^ICP备|^(?:微信|QQ)(?:图片|截图)[_ ]?[0-9]{8,}[0-9_]*$|^复制链接|^[•· ]*标题[ \u3000]+站内高级搜索$|^(?:\\.{1,2}/)+[A-Za-z0-9_/.-]+$|^[A-Za-z0-9_-]+\\.s?html?$|^[一-鿿]{2,10}(?:网|报|在线)综合(?:编辑|整理)$|^访问统计[：:]|^主办(?:单位)?[：:]|^承办(?:单位)?[：:]|^技术支持[：:]|^(?:运维)?电话[：:]|^(?:传真|邮编|QQ)[：:]|^(?:官方)?(?:微信|微博)(?:公众号)?[：:]|^(?:原标题|网站标题)[：:]|^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]+ [0-9]+ "
    "|^(?:发布时间|发布日期|发表时间|更新时间|来源|作者|编辑|日期|时间|字号|字体|浏览次数)[：:][ ]*$|^[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}[ ]+[0-9:]+$"
    "|^长按(?:识别|图片|二维码|上图|下方|关注)|^识别(?:图中|二维码|下方)|^©?原创(?:[ ]+[\u4e00-\u9fff]{2,8}){1,3}[ ]+[\u4e00-\u9fff]{2,6}(?:发布|融媒|网|报|客户端)$|^关注我们|^阅读原文|^来都来了|^免责声明|^[-—－–~·★ ]*(?:THE )?END[-—－–~·★ ]*$|^[▼▲↓↑△▽]{1,20}$|^[（(【\\[]?(?:文章图片|图片|视频|视频截图|图文无关|动图|图集)[）)】\\]]?$|^[（(]原文章信息[：:]"
    f"|^(?:{ROLE})[：:][ ]*$|^[（(【\\[〔][ ]*(?:(?:{ROLE})[ ]*|(?:来源|稿源)[ ]*[：:][ ]*)[）)】\\]〕]$|^(?:网站)?首页(?=[{HAN}]{{12,60}}$)(?:[{HAN}]*?(?:新闻|中心|专题|政务|图库|视频|公开|服务|动态|要闻|互动|专栏)){{3}}"
)
AD = pattern(
    "^AD[ ]|^(?:广告|推广)[^，。]{0,3}联系(?:客服|我们|电话|方式|QQ|微信)|^[〖【\\[（(<《]?(?:广告|推广|赞助)[〗】\\]）)>》：:]|^热搜词?[：:]|^热门[：:]|^本(?:文|站)(?:内容)?(?:来源于|转载自|来自|由)(?:网络|互联网)|^手机(?:用户|阅读|版阅读)请|^(?:本?[篇则条]?(?:文章|新闻|信息|内容|本文)?(?:热门)?关键[词字]|相关搜索|标签|热门搜索|特别声明)[：:]"
)
MIRROR_SLOGAN = pattern(
    f"{NOTICES}|"
    "轻点两下取消|^您访问的链接即将离开|^(?:分享到微信[^。，]{0,8})?打开微信，|^马上注册[，,]|^您?需要[ ]*登[录陆][ ]*才|^更多[^，。]{0,10}(?:新闻|资讯|内容|信息|精彩)[，,]?(?:敬?请|欢迎)(?:关注|登录|点击|访问)|^[^，。 ]{2,8}新闻[，,](?:新鲜有料。|弘扬社会正气。|讲述(?:家乡|[^，。]{2,8}故事。)|有家乡事|看家乡事|故乡情[，,]家乡事)|^(?:[^，。：]{0,14}(?:版权|免责|郑重|特别))?声明[：:]|^本(?:公众号|平台|网站?|站)(?:部分)?(?:转载|刊登|推送)|^本(?:网站|网|站|平台)[^。]{2,28}(?:提供|上传|发布|整理)，[^。]{0,14}不承担|赞同其观点|^本(?:站|网|文|刊|平台)[^。，]{0,8}(?:原创|稿件|作品|文章)[^。，]{0,6}，?(?:如需)?转载[^。]{0,10}(?:注明|附上|标明|保留|联系|授权)|^本文(?:系|为|由)[^，。]{0,12}(?:转载|转自|整理|原创)|^Notice: |^(?:您好[，,！!]?)?欢迎您?(?:访问|光临|来到|进入|登[录陆]|浏览)[^。，]{2,30}[！!]?$|^网友评论仅供|^[0-9一二三]{1,2}[、.．](?:本网转载|“[^”]{2,12}”由[^。，]{2,24}主办。[^。]{0,30}授权)|^(?:新闻|本文)(?:导读|摘要|提要)[：:].*…$|^[0-9一二三]{1,2}[、.．](?:未经|如因作品)[^。]{0,30}(?:许可|版权)|^[①-⑳0-9一二三.、（） ]{0,4}凡(?:本网|本站)?注明"
    "|(?:文章)?版权归原作者(?:所有)?|未经许可[，,]?不得转载|如(?:有|涉及)[^。]{0,16}(?:侵权|版权)[^。]{0,24}联系"
    "|^[^，。；]{2,24}[A-Za-z0-9.-]{4,24}[ ]*版权所有。?$"
)
"""Sentences that a mirror site puts below a text."""
MIRROR_ANYWHERE = pattern(
    "[版侵未轻赞](?:(?<=版)权|(?<=侵)权|(?<=未)经(?:[^。，]{0,12}授权|许可)|(?<=轻)点两下|(?<=赞)同其观点)"
)
MIRROR_SIGN = pattern("[示仅僅登更闻聞声聲本N评評注註欢歡载載链鏈微页頁]")
"""One of these stands near the beginning of those that are known by it."""
RELATED = pattern(
    "^[【\\[•·▪◆◇■●▶▍▌▎<《«‹←> ]*(?:\\[?更多\\]?)?(?:(?:智能|精选|个性化)推荐|(?:摄影|新闻)?相关(?:文章|新闻|阅读|链接|报道|推荐|稿件|信息|专题|内容|解读|政策|视频|图片)|热点(?:新闻(?:排行榜?)?|推荐|文章|专题|关注)|(?:频道|编辑|图文|本站|站长|小编)推荐|(?:点击|阅读|新闻|热点|本周|本月)排行榜?|新闻推荐|推荐(?:阅读|新闻|文章)|热门(?:新闻|推荐|文章|资讯)"
    "|猜你(?:喜欢|想看)|延伸阅读|更多精彩|视频推荐|大家(?:都)?(?:爱看|在搜)|更多[\u4e00-\u9fff]{0,4}(?:新闻|阅读|资讯)|最新(?:新闻|文章|资讯|动态|发布)|精彩(?:推荐|回顾|阅读|内容)|往期(?:推荐|回顾|精选|精彩|内容|阅读)|往期|标题导航|(?:本文所在)?版面(?:导航|概览|目录)|本版(?:新闻|文章|导读|目录)|大家(?:都)?在看|为您推荐|您?可能(?:还|也)?(?:会)?(?:对(?:以下|这些)[\u4e00-\u9fff]{0,6})?(?:感兴趣|喜欢)[的]?[\u4e00-\u9fff]{0,4}"
    "|[上下前后]一[条篇则个](?:文章|新闻|信息|内容|资讯|报道)?|[上下](?:一?(?:信息|新闻|文章)|条)(?=[：:])|[上下]篇(?:文章|新闻|信息|报道)(?=[：:])|栏目导航|本栏目?(?:最新|推荐|热门)|最近更新|其[他它]新闻|喜欢此内容的人还喜欢|(?:看|读)(?:过|了)?此?本?文的(?:人)?还(?:看|读)过?|(?:网友|最新|最热|精彩|热门|发表)评论|友情链接|同类信息|图片(?:新闻|推荐)排行)(?:[】\\]：:»>》→]+[ ]*|[ \u3000]+|$)"
)
"""What announces the headlines of other reports."""
CONTROLS = pattern(
    f"{CONTROL_WORDS}|{FORUM_WORDS}|"
    "新闻评论[ ]?[0-9]+|政务服务(?:登[录陆]|注册)|(?:网站|返回)?首[ ]?页|(?:会员|用户|管理员?|邮箱|[帐账]号)?(?:登[录陆]|注册)|(?:会员|用户|个人)中心|(?:您?还)?没有[帐账]号[？?]?|(?:使用)?(?:[帐账]号|手机号?|短信|密码|微信|QQ|微博|扫码|快捷|第三方)(?:[+＋](?:密码|验证码)|验证码|扫码)?登[录陆]|立即(?:登[录陆]|注册)|(?:忘记|找回|记住)密码[？?]?|自动登[录陆]|(?:镇村|市民|企业|部门|乡镇|登[录陆]|后台)入口|政府信息|公开(?:指南|制度|年报|目录)|依申请公开|下载(?:APP|客户端)|您?需要登[录陆]后才可以回帖|本版积分规则|回帖|在线(?:反馈|留言|咨询|投稿)|我要(?:投稿|留言|纠错|分享)|意见反馈|(?:网站|我要)?纠错|今天是|今日是|现在是|请选择|移动端|站长统计|确定|尾页|末页|共[0-9]{1,3}[页条]|(?:当前)?第?[0-9]{1,3}页|[×✕]|视频加载中[.…。]*|MORE[+＋]?|我?为?政府网站找错|网站找错|顶部|网站无障碍|适老版|在看三连|三连|退出|搜索|展开|菜单|(?:切换|网站|主|栏目)?导航(?:菜单)?|智能问答|logo|听新闻|语音(?:播报|阅读|朗读)|播放|暂停|切换到|(?:退出)?全屏|正文|检索|请输入.{0,8}|无障碍(?:浏览|阅读|版)?|(?:长者|长辈|老年|关怀|适老|大字)(?:模式|版|助手|专区)|适老化|繁[体體]?版?|简[体]?版?|English|EN|手机版|电脑版|客户端|(?:官方?|政务)?微博|抖音|快手|头条号|视频号|小程序|(?:官方?|政务)微信|政务(?:新媒体|抖音|客户端|头条)|(?:政务|政府|信息)公开(?:指南|年报|目录|制度)?|政务服务(?:网|中心)?|政民互动|互动交流|办事(?:服务|指南|大厅)|网上(?:办事|服务)(?:大厅)?|公众(?:参与|互动)|解读回应|数据(?:开放|发布)|专题专栏|走[进近][\u4e00-\u9fff]{2,3}|(?:本)?网站(?:已)?支持IPV?6|站内搜索|[顶踩]一下|查看更多|没有更多了?|政务|本站|领导之窗|依申请公开|[县市区旗]长信箱|书记信箱|(?:个人|官方)?微信(?:公众)?号?|微[博信]|打印(?:[本此该]?[页篇文]|页面|网页|正文|全文|文章|稿件|当前页面?)?|关闭(?:窗口|本页|此页|页面)?"
    "|(?:返回|回到)(?:顶部|目录|首页|列表|上一?页|上级)?|分享(?:到|至)?[：:]?|收藏|设为首页|加入收藏|[0-9]?[上下前后]一[版期篇条页][0-9：:]?|没有了|第一[版页]|PDF(?:下载|版|阅读)?|[放缩][大小][+-]?|默认o?|还原|[大中小特]|超大|较大|较小|正常|字[体号](?:大小)?[：:]?|T?[大中小]字[体号]?|T[大中小]|(?:我要|发表|网友|查看|暂无|暂无网友|全部|最新|热门)?评论(?:列表|内容|区)?|(?:展开|收缩|收起|切换|查看|返回)(?:通|单|双)版|(?:通|单|双)版阅读(?:请)?(?:点击)?|共?[0-9]{1,6}条评论|评论一下|(?:还|暂时?)?没有评论|(?:快来)?抢沙发吧?|最热评论|[上下]一主题|只看楼主|只看该作者|[倒正]序(?:阅读|浏览|看帖)|使用道具|政府信息公开|请?登[录陆]后(?:发表)?评论|关注|我来说两句|(?:点)?赞|点点赞|点?分享|点?收藏(?:本页|此页)?|今日头条|点?在看|QQ空间|QQ好友|新浪微博|腾讯微博|人人网|豆瓣网?|开心网"
    '|朋友圈|百度贴吧|复制链接|扫一扫|更多|网站地图|站点地图|关于我们|关于本站|联系(?:我们|方式)|广告(?:服务|合作|刊例)?|(?:网站|法律|免责|版权|隐私)声明|使用帮助|帮助|诚聘英才|人才招聘|友情链接|匿名|用户名[：:]?|密码[：:]?|验证码[：:]?|取消|允许|知道了|(?:THE )?END|喜欢作者|(?:喜欢)?就?点个?[“"]?(?:在看|赞)[”"]?[吧哦]?[！!~]?(?:分享给更多(?:的)?人)?|分享给更多(?:的)?(?:人|朋友)[吧哦]?[！!~]?|一键三连|球?求?(?:分享|点赞|在看)|继续滑动看下一个|向上滑动看下一个|轻触阅读原文|阅读原文|使用小程序|关注该公众号|微信扫一扫'
    "|Scan to Follow|预览时标签不可点|(?:新闻|内容)(?:提要|摘要)|核心提示|微信|(?:热门|最新)?[0-9]*(?:条)?跟贴|联系客服|在线客服|客服(?:热线)?|打开网易新闻|查看精彩图片|字体[放缩][大小]|(?:加大|缩小|放大|增大|减小)字[体号]|(?:改变)?文字大小[：:]?|字[体号]调节[：:]?|操作[：:]?|取消收藏|字体[：:]?|本期导航|往期回顾|往期报纸|标题导航|版面导航|扫码关注|阅读全文|展开全文|收起|举报|转发|(?:点击|阅读|浏览|访问)(?:数|量|次数|人次)?|附件下载|(?:点击)?(?:图片)?(?:查看|看|放)(?:大图|原图)|captcha|[0-9]{1,6}人?(?:点赞|在看|收藏|评论|阅读|回复|浏览|查看|点击|人气|参与)|完|次|[0-9]{1,9}次?|[0-9]{1,2}:[0-9]{2}|A[-+]?|[+-]",
    re.IGNORECASE,
)
"""A word of the page's own controls; a line of nothing else belongs to no report."""
PARTS = pattern("[■▍▌ \u3000←→↑↓⇧⇩↵『』|｜·•丨/\\[\\]【】〖〗<>«»《》()（）、，,。：:？?—×*]+")
METADATA = pattern(
    "^(?:[•·▪◦●○*][ \u3000]*)?(?:(?:信息)?索[ ]?引[ ]?号?|(?:公开|信息)目录|(?:发布|发文|公开|责任|制作)(?:机构|机关|单位|部门|科室)|文[ ]?号|发文字号|公文文号|成文日期|发文日期|生成日期|生效日期|失效日期|废止日期|公开日期|(?:主题|组配|体裁|信息|公文|服务对象)分类|主题词|(?:公开|发布)(?:方式|形式|范围|时限|程序|类型)|有[ ]?效[ ]?性|(?:信息|公文|文件)?名[ ]?称|文件编号|统一编号|(?:当前|所属)?(?:栏目|专栏|专版|频道|分类|类别)|(?:TAGS?|Tags?|tags?)|(?:本文|文章)标签|网站(?:维护|管理|运营|运维)|(?:政务公开|信息公开|网站|投稿|纠错|新闻|爆料|报料)(?:监督|联系|咨询)?(?:电话|热线|邮箱)|(?:本站|本网|常年)?法律顾问|主管单位|业务合作(?:QQ)?|(?:本文|原文|文章)(?:链接|地址|网址|来源[：:][ ]*(?=https?:))(?=[：: h]))[ ]*[：: h]"
)
"""A row of the table above a text that an authority has made public, or of what a site tells of itself."""
METADATA_ITEM = pattern(
    "^[•·▪◦●○*-][ \u3000]*(?:(?:信息)?索[ ]?引[ ]?号|(?:发布|发文|公开|责任)(?:机构|机关|单位|部门)|文[ ]?号|发文字号|(?:成文|发文|生成|生效|失效|废止|公开|发布)日期|(?:内容|主题|组配|体裁|信息|公文|服务对象)分类|主题词|(?:公开|发布)(?:方式|形式|范围|时限|程序|类型)|有[ ]?效[ ]?性|(?:信息|公文|文件)名[ ]?称)"
)
"""The same as an item of a list, where nothing parts label and value: • 公开方式主动公开."""


TEASER = pattern("[【\\[](?:(?:查看)?(?:详细|全文|更多)(?:信息|内容|介绍|报道)?|详情)(?:[>＞»]*)[】\\]]$")
"""The end of a text that a page shows in part: …一九四一年，[详细信息]."""
PLEA = pattern(
    '^(?:关注我们|喜欢就|看完|觉得[^。，]{0,8}?|记得|别忘了?|欢迎|请|点个)[^。]{0,8}?(?:点个?赞|[“"]赞|在看|点个[“"]好看)[^。，]{0,8}$'
    "|^[▲△▼▽↑↓←→ ]*(?:记得|欢迎|快来)?(?:点击?|戳|长按)[^。，]{0,6}(?:蓝字|上方|下方|卡片|名片|二维码)[^。]{0,4}，?(?:免费)?(?:关注|订阅)[^。，]{0,8}$"
    '|^点[个亮][“"]?(?:赞|在看)[^。，]{0,8}(?:，[^。，]{0,8})?$'
)
LONGEST_PLEA = 24
"""What an account asks of its readers: 关注我们，点个赞！ A headline that praises somebody (为护林员点赞) begins otherwise."""


Signed = dict[str, re.Pattern[str]]
"""Sign -> what may stand around it."""


def _signed(rows: dict[str, str], flags: int = 0) -> Signed:
    """The patterns of a table by each of their signs; rows that share a sign are asked together."""
    by_sign: dict[str, list[str]] = {}
    for signs, row in rows.items():
        for sign in signs:
            by_sign.setdefault(sign, []).append(row)
    return {sign: pattern("|".join(found), flags) for sign, found in by_sign.items()}


LINKS = f"^(?![{HAN}]{{0,8}}(?:开通|建成|推出|启用|上线|改版|关闭|举报|开设|建设|发布|看|查|赴|到))[{HAN}（）()]{{2,10}}网站(?:链接|导航|群|大全)?$"
"""The labels of a page's lists of links: 国务院部门网站, 区（县）政府网站."""
FOOT = pattern(
    "Copyright|All Rights Reserved|ICP备|公?网安备|版权所有|许可证(?:编号|号)?|(?:电话|邮箱|QQ|传真|邮编|地址)[：:]|主办|承办|技术支持|标识码",
    re.IGNORECASE,
)
"""What a page says of itself at its foot, all on one line."""
FEWEST_FOOT, LONGEST_SHORT = 3, 120


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
        "点": "^[▼▲↓ ]*点[击开](?:上方|下方|上图|下图)?[^，。]{0,4}(?:视频|链接|图片|音频|小程序|卡片|名片)$|点[击开][^，。]{0,16}[查观]?看(?:大图|原图|图片|更多|详情|视频)",
        "星": "^(?:设为|加)星标",
        "分": "^(?:本文|全文)?[^，。]{0,8}[0-9]+字?[^。]{0,8}阅读[^。]{0,10}分钟$|^阅读[^。]{0,10}[0-9]+[ ]?分钟$",
        "℃": "^(?:晴|多云|阴|[小中大暴]+[雨雪]|雷?阵雨|雾|霾)[^，。]{0,4}[ ]?-?[0-9][^，。]{0,8}℃$|^[^，。：]{0,6}天气[ ：:].*℃",
        "更": "^更多[》>＞»]|^查看更多[：:]",
        "录陆": "^[^，。]{0,14}登[录陆]后(?:即?可|才|回复|查看|发表|浏览)[^，。]{0,8}$|^[^，。]{0,16}[需须请]先?登[录陆]$",
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
that the row finds, so that one quick look tells which rows a line is asked for. `CHROME` asks about a line's beginning."""
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
MENU_WORD = pattern(f"[{HAN}A-Za-z]{{2,8}}")
FEWEST_MENU_WORDS, FEWEST_COLUMNS = 3, 4
WORD, LONGEST_MARKS, LONGEST_CONTROLS, LONGEST_OPENING = pattern("[^\\W_]"), 5, 60, 12


CITED = pattern(
    "(?:转载|引用)?请?(?:注明|标明)出处|^[【\\[]?[^。]{2,40}版权与免责声明[】\\]]?$|^未经[^。，]{0,12}(?:允许|许可|授权|同意)[，,]?(?:请勿|不得|禁止|严禁|谢绝)[^。]{0,20}(?:转载|复制|传播|使用|摘编|镜像)|^<image>|^data:image/"
)
"""What a mirror site asks for below a text."""
LINKED = pattern("[^，。！？：:；、]{2,40}[ ]?https?://[^ ]{8,}$")
"""A few words and an address: 哪家医院最权威 https://…."""
REACHED = pattern(
    f"[（(【\\[〔]?(?:{ROLE})[ ]*[：: ][ ]*[{HAN}]{{2,4}}(?:[ 、，]+[{HAN}]{{1,4}}){{0,4}}[ ]+(?:新闻|爆料|报料|联系|投稿)*(?:电话|热线|邮箱|手机|QQ)?[：:]"
)
"""An editor with how to reach him: 编辑：苏小雨 新闻热线：…."""
HOME = pattern("(?:网站|返回)?首页|加入收藏|设为首页|English|网站地图|联系我们")
COLUMN = pattern(
    "[县市区旗]情(?:概况)?|乡镇|部门|招商(?:引资)?|民生|旅游|教育|健康|文化|党建|专题|视频|图片|直播|广播|要闻|时政|公告|电子报|数字报|投稿|评论|专栏|新闻(?:中心)?|政务|体育|财经|法治|社会|生活|图库|走[进近].{2,4}|[\u4e00-\u9fff]{2}(?:新闻|要闻|动态|公开|服务|互动|专题)"
)
"""Columns of a site, in a row with its first page."""
ROW = pattern("[ \u3000|｜]+")
SPACED_HOME = pattern("首[ \u3000]+页")


CODE_BEGINS = frozenset("{[<.#$}jdw")
CODE = pattern(
    "^(?:[\\[{]{1,2}[ ]*[\"“”'][A-Za-z_]{2,20}[\"“”'][ ]*[:：]|</?(?:script|style|iframe|link|meta|input)[ >/]|[.#][A-Za-z][A-Za-z0-9 .,_#-]{0,40}[{]"
    "|(?:[$]|jQuery|document|window)[.(]|[}][ );,}]*$)"
)
"""What a page's scripts and styles leave between paragraphs: {"url":"…","id":"…"}, .article p {…}."""


def is_controls(text: str) -> bool:
    """Whether a line holds nothing but controls of a page (打印 关闭 分享到)."""
    if len(text) > LONGEST_CONTROLS or text.isdigit():
        return False
    words = list(filter(None, PARTS.split(text)))
    if len(words) == 2 and all(len(word) == 1 for word in words):
        words = ["".join(words)]  # 打 印
    return bool(words) and all(map(CONTROLS.fullmatch, words))


def _is_row_of_columns(text: str) -> bool:
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


def has_words(text: str) -> bool:
    """Whether there is any letter, figure or Han character in a text; mostly the first one is."""
    return text[0].isalnum() or WORD.search(text) is not None


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
        return _is_row_of_columns(text) or not (CREDIT.match(text) or SOURCE.match(text)) or is_controls(text)
    if len(text) <= LONGEST_SHORT:
        return _is_short_frame(text)
    return len(text) <= LONGEST_NOTICE and "。" not in text and len(FOOT.findall(text)) >= FEWEST_FOOT


def _is_short_frame(text: str) -> bool:
    if text.count("：") + text.count(":") > 1 and REACHED.match(text):
        return False
    if CHROME.match(text) or is_place(text) or METADATA.match(text) or METADATA_ITEM.match(text) or AD.match(text):
        return True
    return (
        _signed_frame(text, SIGNS.findall(text))
        or is_controls(text)
        or (ROW.search(text) is not None and _is_row_of_columns(text))
    )


def _signed_frame(text: str, signs: list[str]) -> bool:
    """Whether any of the signs in a line stands as it does in a frame."""
    weak = len(text) <= 40 and "，" not in text
    for sign in signs:
        for table, asked in ((ANYWHERE, True), (PAPER_LINE, len(text) <= 90), (WEAK_AD, weak)):
            if asked and sign in table and table[sign].search(text):
                return True
    return False
