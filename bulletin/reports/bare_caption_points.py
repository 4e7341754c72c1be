"""What each sign of `bare_captions` is worth: above 0 it speaks for a line under a picture, below 0 for a line of the text.

Logarithms of odds; made by `python -m benchmarks.captions FOLDER…`, not by hand.
"""

SURE, NEVER = 0.3, -0.5
"""Odds of about 4 to 3 for a caption, and of 3 to 5."""
POINTS = {
    "bias": -1.52,
    "above another": 2.24,
    "action": 1.61,
    "alone": -0.15,
    "begun": -0.72,
    "below another": 1.67,
    "below caption": 0.53,
    "captions": 1.66,
    "closed": -0.45,
    "colon": -0.96,
    "comma": -0.07,
    "cut off": -0.68,
    "folk": 1.51,
    "in headline": 0.57,
    "known": 0.73,
    "label": -0.98,
    "last": -0.47,
    "list": 0.01,
    "long": -0.71,
    "many": -1.03,
    "news": -0.66,
    "odd gap": 0.27,
    "ongoing": 0.74,
    "open above": -0.91,
    "party": 0.53,
    "pause": -0.26,
    "person": 0.15,
    "place": 0.46,
    "purpose": 0.33,
    "quoted": -1.18,
    "report": -0.37,
    "row": -2.14,
    "thing": 1.64,
    "title of a work": -0.37,
    "told": -0.50,
    "told below": -1.07,
    "who does": 1.39,
}
