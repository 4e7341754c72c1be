"""How bodies and places are called, in so far as a post begins with them: 县自然资源和规划局, 青石土家族自治县, 第三监督检查室.

Tables of words and patterns; `bodies` asks for them.
"""

from bulletin.patterns import pattern
from bulletin.people.characters import HAN

PLACE = pattern(
    f"[{HAN}·]{{1,11}}(?:自治区|自治州|自治县|自治旗|地区|省|市|县|区|旗|州|盟|镇|乡|街道|苏木|开发区|园区|林场"
    "|农场|新区|兵团|团场|国|司|厅|局|办|部|委|院|会|室|站|所|队|处|社|库|中心|馆|校|产业|工程|项目|工作|建设"
    "|行业|系统|集团|公司|村|小学|中学|大学|医院|厂|矿)$"
)
OF_A_BODY = pattern(
    "(?:县|市|区|旗|省|州"
    "|自治区)(?!.*(?:[长委府协员]|主席|主任|书记|负责人|负责同志|领导|部门|单位|代表|干部|群众))[^的]{2,8}\\Z"
)
LONG_BODY = pattern(
    f"(?:[{HAN}]{{2,10}}国家级|中央|中[宣组]部|国家|全国|中共"
    "|(?:应急管理|自然资源|农业农村|水利|交通运输|生态环境|公安|财政|教育|民政|商务|文化和旅游)部"
    f"|[省市县区旗州盟]|地委|自治[区州县]|[{HAN}]{{2,3}}(?:[省市县区旗州盟]|援[疆藏青]))[{HAN}]{{4,19}}"
    "(?:[组部办会委局厅队司]|中心|总站|专班|工作|教育|成果|行动|活动|攻坚|协调|综合|财务|管护|指导|督导"
    "|第[一二三四五六七八九十]{1,2}(?:(?:监督检查|纪检监察|审查调查|巡[察视])[室组])?)$"
)
"""A body with a long name, from a mark to the word that the post is made of: 自治区对口援疆工作协调小组(办公室主任)."""
IN_A_NAME = f"(?!主席|主任|书记|常委|成员|[和与在由到及])[{HAN}]"
COMMITTEE = pattern(f"(?:政协|人大(?:常委会)?)(?:{IN_A_NAME}){{2,12}}(?:委|委员会|工委|办公室)$")
"""A committee of the congress or the conference, whatever it is for: 县政协|经科委(主任)."""
FORMAL = pattern(
    "(?:中国人民政治协商会议|中国共产党|中共"
    f"|政协)(?:{IN_A_NAME}){{1,12}}?[省市县区旗州盟](?:第[一二三四五六七八九十]{{1,3}}届|直属机关)?$"
)
"""The whole name of a committee: 中国人民政治协商会议青石县第九届(委员会主席)."""
OF_PEOPLES = pattern(
    "(?:(?:土家|布依|仡佬|哈尼|傈僳|纳西|拉祜|景颇|朝鲜|达斡尔|鄂温克|鄂伦春|哈萨克|维吾尔|柯尔克孜|锡伯|塔吉克"
    "|裕固|保安|东乡|撒拉|毛南|仫佬|普米|独龙|蒙古|各"
    "|[苗侗瑶彝回藏满壮畲土羌白傣佤黎水怒])族?){1,5}自治[县州旗区]?$"
)
"""A county with the names of its peoples: 青石回族土族自治县(县委书记), 青石土家族自治(县委书记)."""
LABELLED = pattern(f"领导(?!小组|班子)(?:同志)?[{HAN}]{{2,4}}?(?:以及|[和与及])")
"""A label and a name that are joined with the holder of a post by a word: 县领导苏青及|县水务局(局长)."""
NAMED = pattern(f"(?:[县市区旗州党]委书记|[县市区旗镇乡]长)(?P<name>[{HAN}]{{2,3}})$")
"""A post and a name, between which and the next post no mark stands."""
IN_CHARGE = pattern(f"分管[{HAN}]{{2,10}}工作的?$")
WORK = (
    "自然资源 资源 规划 住房 城乡建设 建设 文化 体育 广电 工业 信息 信息化 科学技术 科技 经济 商务 发展 教育 "
    "健康 卫生 农村 农业 农牧 管理 水利 园林 林业 保障 政务服务 服务"
    " 财政 国有资产 市场 食品 医疗 司法 外事 商贸 招商 投资 城市 数据 畜牧兽医 机要 民族 宗教 交通 运输 监督 "
    "粮食 金融 应急 信访 房产 旅游 统计 审批 审查 执法 水务 移民 扶贫 禁烧 防火 畜牧 渔业 能源 环境 劳动 人事 "
    "计划 生育 史料 文史 资料 提案 学习 法制 社会 党史 网络安全 地方志"
)
SUBJECTS = tuple(WORK.split())
"""What a department is for; behind it stands 和 and what it is for besides."""
COMPOUNDS = (
    "国有",
    "呼和",
    "共同",
    "数据",
    "集中",
    "应对",
    "临时",
    "实时",
    "水上",
    "海上",
    "网上",
    "线上",
    "地下",
    "井下",
    "大同",
)
"""Words that end like one behind which a post begins."""
OF_THE_CENTRE = ("宣部", "组部", "纪委")
PARTIES = ("团", "组", "队", "中心", "办")
LIKE = (
    "市中区 城中区 渝中区 汉中市 晋中市 巴中市 阆中市 关中区 资中县 榆中县 历下区 东至县 天等县 茂名市 大名县 "
    "云和县 平和县 政和县 西和县 泰和县 太和县"
    " 共和县 新和县 永和县 民和县 仁和区 会同县 大同市 大同县 大同区 汶上县"
)
LIKE_UP = ("上党区", "上城区", "上街区", "上虞区", "上饶县", "上思县")
"""Counties that begin with such a word and a character that begins another: 上党区(区委书记), but 会上|党委书记."""
LIKE_WORDS = frozenset(LIKE.split())
"""Counties whose second character is also a word behind which a post begins: 青石市|市中区(区委副书记)."""
OF_A_PLACE = pattern(f"[{HAN}]{{2,5}}[省市县区旗州]")
OF_WORK = pattern("服务|中心|工作|专班|指挥|领导小|办公室|委员会|管理|发展|保障")
OF_WORK_FIRST = frozenset("服中工专指领办委管发保")
"""How the rest of a long body's name begins: 新时代文明实践|服务中心主任."""
AUTONOMOUS = pattern(
    f"[{HAN}]{{2,8}}自治区[{HAN}]{{2,14}}(?:自治州|地区|盟|市|州|县)$"
    f"|[{HAN}]{{0,4}}建设兵团第[{HAN}]{{1,4}}师(?:[{HAN}]{{0,12}}[团场市镇])?$"
)
"""Two places, one in the other: 新疆维吾尔自治区伊犁哈萨克自治州(人大常委会主任), 生产建设兵团第三十师石桥市八团(党委书记)."""
NEVER_A_TOWN = frozenset("由在受被以了为把将让请给该其并等")
"""Words behind which a post begins that no name of a township ends with: 成立以|镇长…为组长的, 审议了|镇长…的报告."""
SURE_NAME = 3
"""Characters of a name whose form tells that it is one."""
MAY_END_A_COUNTY = frozenset("中上下都日名里")
MONGOLIAN = frozenset("哈呼沙吉敖乌古布额毛")
"""Before 日 in the names of places in Inner Mongolia: 哈日诺尔苏木(党委书记), but 9月4日|石桥镇(党委书记)."""
OF_A_CITY = pattern(f"[省市州盟][{HAN}]{{1,2}}$")
"""云阳市石|中(区委书记): a county behind its city, whose last character is also a word."""
ABOUT = ("记县", "记市", "记区", "记旗")
"""How a subtitle begins that tells of somebody: ——记|县水利局局长."""
OF_HARMONY = pattern("[省市州盟][永太平政泰民共新西云祥兴]$")
"""云阳市永|和(区委书记)."""
OURS = ("该", "我")
TOWN_WITH_COUNTY = pattern(f"[{HAN}]{{1,6}}[县市区旗州][{HAN}]{{1,4}}$")
"""青石县石桥(镇镇长)."""
COUNTY_WITH_PROVINCE = pattern(f"[{HAN}]{{2,7}}(?:省|自治区|自治州|地区|市|州|盟)[{HAN}]{{1,5}}")
"""由|浙江省石桥(市委书记)."""
OF_A_PROVINCE = pattern(
    "(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南"
    "|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古"
    f"|北京|天津|上海|重庆|长江|黄河|淮河|珠江|太湖|大兴安岭)[{HAN}]{{2,14}}$"
)
"""A body that is named after a province, from a mark on: 内蒙古石桥森林(公安局局长)."""
NUMBERED = pattern(
    f"(?:中央|国务院|国家|全国|自治区|[省市县区])[{HAN}]{{0,8}}第[一二三四五六七八九十]{{1,3}}[{HAN}]{{0,9}}"
)
"""由|国务院安委会第五(考核巡查组组长)."""
TOWNSHIP_OF = pattern(f"[县区市旗州][{HAN}]{{1,4}}(?:镇|乡|街道|苏木)")
