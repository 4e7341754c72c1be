"""A county newsroom's text reports in, a dated and archived bulletin out."""

__version__ = "0.1.0"
