"""Run the command line as `python -m backstride`."""

import sys

from backstride.cli import main

sys.exit(main())
