"""Bodies whose heads hold no public office (a firm, a school, a hospital, a village), and those whose heads do.

In comes a post, out goes whether it is private: of all bodies that it names the last one decides.
"""

from functools import lru_cache

from bulletin.patterns import one_of, pattern
from bulletin.people.vocabulary import title_words

FIRMS = (
    "公司|集团|企业(?!(?:发展|综合|管理|事务)?服务(?:中心|局)|发展中心|党工委|养老)"
    "|联盟|工厂|厂(?=[党支副书厂主])|车间|项目部|施工队|工程队|(?:养殖|种植|养猪|养鸡|采石|砖瓦?)场|加油站"
    "|酒店|超市|(?:银行|农商行)|支行|分行|信用社|茶社|(?<!供销)合作社|(?<!供销合作社)联合社|联社(?<!供销联社)"
    "|董事会|(?<!合社)监事会|(?<!合社)(?<!联社)理事会"
)
"""公司董事长, 合作社理事长; but not 供销合作社 and 中小企业服务中心."""
SOCIETIES = (
    "协会|商会|学会|基金会|俱乐部|[作书美音摄舞]协(?![调作同商助])|剧团|艺术团|合唱团|歌舞团|旅行团|文艺队|志愿(?:服务)?队"
    "|政协委员|(?:法律|技术|艺术|科技|专家|名誉)顾问"
)
"""县作协主席, 商会会长; but not 县委书记协调."""
SCHOOLS = (
    "学校|小学|中学|大学|学院|幼儿园|[一二三四五六七八]中(?=[党团工校副])|[九十高初职]中(?=[党校副])"
    "|(?<!党)校(?:党委|纪委)|教研|教务处|政教处|总务处|研究(?:总|分)?院|(?<!专)班组长"
)
"""县一中校长; but not 党校."""
HOSPITALS = (
    "医院|卫生院|卫生室|卫生服务|保健院|妇幼院|(?<![法察])院党(?:委|总支)|医共体|医联体|门诊|科室|[内外儿妇]科"
    "|(?:养老|护养|敬老|福利|疗养|托养)院"
)
"""人民医院院长; but not 法院党委."""
VILLAGES = "(?<![农乡新驻])村(?!镇|振兴|委)|(?<!农)村委|社区|居委会|业委会|家委会|嘎查|楼栋|网格|小组长|支部|派出所|寺管会|寺庙"
"""石桥村支书; but not 农村, 乡村振兴 and 驻村."""
PRIVATE_BODIES = pattern(one_of(FIRMS, SOCIETIES, SCHOOLS, HOSPITALS, VILLAGES))
STATIONS = "总站(?=副?总?站长)|(?:^自治区|[省州盟])[^县市区旗]{1,8}站(?=副?站长)"
"""省水文站站长, before 省委 is looked for."""
LEADERSHIP = (
    "[局厅](?=[党副局长])|县委|市委|区委|旗委|省委|人大|政协|政府|法院|检察院|指挥部|领导小组|街道(?!.*社区)|管委会"
    "|(?<!村民)(?<!村务监督)委员会|党校|人武部|公安|交警|消防|兵团|边检|边防检查|(?<!少先队)大队|支队|总队|调查队"
)
"""县委书记, 县法院院长, 消防大队大队长; but not 村民委员会, 村务监督委员会."""
PEOPLES_BODIES = (
    "总工会|妇联|科协|文联|残联|供销|红十字|工商联|贸促会|科学技术协会|计划生育协会|计生协会"
    "|(?<=[省市县区旗州委府协大局办])(?:代表|慰问|祝贺|党政考察)团(?=副?团长$)"
)
"""县残联理事长, 县代表团团长."""
PUBLIC_BODIES = pattern(one_of(STATIONS, LEADERSHIP, PEOPLES_BODIES))
OF_A_VILLAGE = pattern("(?:(?<![农乡新])村|社区)(?:级|妇联|妇代会|团支部|民兵营?|关工委|残联)")
"""石桥村妇联主席."""


@lru_cache(maxsize=20_000)
def is_private(title: str) -> bool:
    """Whether a post is not a public office: company heads, village secretaries, heads of schools and hospitals."""
    private = [m.end() for m in PRIVATE_BODIES.finditer(title)]
    public = [m.end() for m in PUBLIC_BODIES.finditer(title)]
    if (private and (not public or private[-1] > public[-1])) or OF_A_VILLAGE.search(title):
        return True
    if public:
        return False
    return any(title.endswith(word) for word in title_words().private)
