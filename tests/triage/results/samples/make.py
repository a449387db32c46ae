"""Writes the sample of the present snapshot format. An existing sample is never changed."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path


def main() -> None:
    from django.conf import settings

    from tests.triage.results.test_snapshot import form_of_the_present
    from tests.triage.sharing.people import MARA, snapshot_of
    from triage.results.snapshot import FORMAT, write_snapshot
    from triage.sharing.sealing import seal
    from triage.sharing.tokens import new_token, secret

    path = Path(__file__).parent / f"format_{FORMAT}.json"
    token, salt = new_token(), "the salt that this sample was made with"
    settings.RESULT_LINK_SALTS = [salt]
    payload = write_snapshot(snapshot_of(MARA))
    known = secret(token)
    sample = {
        "token": token,
        "salt": salt,
        "form": form_of_the_present(),
        "payload": hashlib.sha256(payload).hexdigest(),
        "sealed": base64.b64encode(seal(payload, known.key, f"{known.lookup} owner ")).decode(),
    }
    with path.open("x") as file:
        json.dump(sample, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    main()
