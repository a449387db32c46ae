"""What pip and others ask to build this folder as a package: it says that this is none."""

from __future__ import annotations

raise SystemExit("Whichway is a project that runs from its folder, not a package. Type `make run`, or see README.md.")
