"""What each sign of `page_lines` is worth: above 0 it speaks for a line of the page, below 0 for a headline.

Logarithms of odds; made by `python -m benchmarks.headlines FOLDER…`, not by hand.
"""

SURE, SURE_ALONE = 2.4, 2.9
"""What a line must have more than: with others above the same report, and alone, where the report would be left without a title."""
PAGE = frozenset(
    "个享今位信击前博印号回媒字岭布录微态息您打数无日月期本权栏核注浏源片版码稿站箱篇编网置者藏融览讯请读载辑迎邮都间闻阅页首"
)
NEWS = frozenset(
    "严代企健八六兵军冬出副加十参团坚增妇学守宗定察届席幕座强慰把抢护持景暖检武火百督程童等群考菜行议讲调谈赴起边过运送造重领"
)
"""Characters that stand in lines of pages far more often than in headlines, and the other way round."""
POINTS = {
    "bias": 0.46,
    "Latin": 0.46,
    "a pair below": 0.38,
    "bars": 0.42,
    "below": -0.54,
    "colon": 0.88,
    "comma": 0.15,
    "company": 0.23,
    "figures": 0.57,
    "first": -0.04,
    "longer": 0.19,
    "mark first": 0.40,
    "mark last": 0.41,
    "nothing below": 2.11,
    "of news": -1.93,
    "of the page": 1.42,
    "office below": 0.76,
    "office, a pair below": 0.34,
    "office, nothing below": 0.70,
    "office, two pairs below": 0.80,
    "opening": -0.09,
    "other than Han": 0.72,
    "quoted": -0.80,
    "said": -0.46,
    "space": 0.57,
    "spaces": 0.51,
    "two pairs below": -0.58,
    "up to 10": -0.76,
    "up to 14": -1.32,
    "up to 4": 0.74,
    "up to 45": 0.22,
    "up to 7": -0.22,
}
