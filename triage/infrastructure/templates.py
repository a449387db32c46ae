"""Templates are indented for whoever reads them; browsers are not sent the indentation."""

from __future__ import annotations

import re

from django.template.base import Origin
from django.template.loaders import filesystem

INDENTATION = re.compile(r"\n\s+")


class Loader(filesystem.Loader):
    """Loads this site's own templates. Line breaks stay, since some of them stand between two words."""

    def get_contents(self, origin: Origin) -> str:
        contents = super().get_contents(origin)
        # In a letter, as in any plain text, white space is seen.
        return INDENTATION.sub("\n", contents) if origin.name.endswith(".html") else contents
