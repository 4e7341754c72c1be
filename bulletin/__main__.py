"""`python -m bulletin` is the same as `bulletin`."""

import sys

from bulletin.cli import main

sys.exit(main())
