"""What each sign of `page_lines` is worth: above 0 it speaks for a line of the page, below 0 for a headline.

Logarithms of odds; made by `python -m benchmarks.headlines FOLDER…`, not by hand.
"""

SURE, SURE_ALONE = 2.4, 2.9
"""What a line must have more than: with others above the same report, and alone, where the report would be left without a title."""
PAGE = frozenset(
    "个享今位信击前博印号回媒字岭布录微态息您打数无日月期本权栏核注浏源片版码稿站箱篇编网置者藏融览讯请读载辑迎邮"
    "都间闻阅页首"
)
NEWS = frozenset(
    "严代企健八六兵军冬出副加十参团坚境增妇学守宗定察届席幕座强慰把抢护持景暖检武火百督程童等群考菜行议讲调谈赴起"
    "边过运送造重"
)
"""Characters that stand in lines of pages far more often than in headlines, and the other way round."""
POINTS = {
    "bias": 0.35,
    "Latin": 0.45,
    "a pair below": 0.23,
    "bars": 0.50,
    "below": -0.50,
    "colon": 1.00,
    "comma": -0.02,
    "company": 0.38,
    "figures": 0.68,
    "first": -0.02,
    "longer": 0.15,
    "mark first": 0.44,
    "mark last": 0.44,
    "nothing below": 2.22,
    "of news": -2.02,
    "of the page": 1.49,
    "office below": 0.62,
    "office, a pair below": 0.41,
    "office, nothing below": 0.54,
    "office, two pairs below": 0.56,
    "opening": -0.10,
    "other than Han": 0.77,
    "quoted": -0.80,
    "said": -0.44,
    "space": 0.67,
    "spaces": 0.48,
    "two pairs below": -0.53,
    "up to 10": -0.72,
    "up to 14": -1.30,
    "up to 4": 0.81,
    "up to 45": 0.24,
    "up to 7": -0.22,
}
