"""Installs the package and tries the claims, in the order of these modules. Run in a box by `run`."""

import sys

import install
import inbox  # noqa: F401  each module's claims are known once it is imported
import service  # noqa: F401
import watchdog  # noqa: F401
import hardening  # noqa: F401
import proxy  # noqa: F401
import person  # noqa: F401
import package  # noqa: F401
from box import run_all

if __name__ == "__main__":
    install.install()
    failures = run_all(sys.argv[1:])
    print(f"{failures} failed" if failures else "all hold")
    sys.exit(1 if failures else 0)
