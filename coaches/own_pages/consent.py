"""What coaches agree to. A new wording gets a new number: `CONSENT` in `coaches.models.coach`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coaches.models.coach import CONSENT

WORDINGS = {
    1: _(
        "I agree that Whichway lists me. It shows what I fill in here, without my e-mail address for letters, and what "
        "was checked, when, and until when that holds. What I claim and what was found is kept with its history, also "
        "after I leave. I can leave at any time; my listing is then taken down at once."
    ),
}
"""Each wording by its number."""

WORDING = WORDINGS[CONSENT]
"""The one that is asked for now."""
