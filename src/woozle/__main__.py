"""``python -m woozle``: the command line."""

import sys

from woozle.cli import main

if __name__ == "__main__":
    sys.exit(main())
