"""From TOML files to a questionnaire, or to every fault in them at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from triage.engine.faults import find_faults
from triage.engine.faults.fault import Fault, FaultAt, Faulty, Place, key_of
from triage.engine.loading.toml_files import merged, parse, tidy, toml
from triage.engine.model import Questionnaire


def read(folder: Path, instruments: Path) -> Questionnaire:
    """Read a questionnaire's folder, and the instruments that it names from theirs.

    Raises `Faulty` with all faults: of TOML, of unknown or missing keys and wrong types, and of
    everything that `faults` looks at.
    """
    content, files, faults = _load(folder, instruments)

    def located(found: FaultAt) -> Fault:
        return _fault(found, content, files)

    questionnaire, removed = parse(Questionnaire, content, faults, located)
    faults += [located(each) for each in find_faults(questionnaire) if each.missing not in removed]
    if faults:
        raise Faulty(tidy(faults))
    return questionnaire


def _load(folder: Path, instruments: Path) -> tuple[dict[str, Any], dict[Place, str], list[Fault]]:
    """The merged content, the file of each top-level key and instrument, and faults in the TOML."""
    faults: list[Fault] = []
    content, files = merged(folder, faults)
    read_in: list[Any] = []
    if "instruments" in content:
        faults.append(Fault(files[("instruments",)], "instruments", "this key is unknown: “uses” names instruments"))
    for name in _named(content.pop("uses", []), files, faults):
        path = instruments / f"{name}.toml"
        if not path.is_file():
            faults.append(Fault(files[("uses",)], "uses", f"there is no instrument file “{path.name}”"))
            continue
        read_in.append(toml(path, faults))
        files[("instruments", str(read_in[-1].get("id")))] = f"{instruments.name}/{path.name}"
    content["instruments"] = read_in
    return content, files, faults


def _named(uses: object, files: Mapping[Place, str], faults: list[Fault]) -> list[str]:
    """The names of the instruments' files."""
    names = [name for name in uses if isinstance(name, str)] if isinstance(uses, list) else []
    if not isinstance(uses, list) or len(names) < len(uses):
        faults.append(Fault(files[("uses",)], "uses", "give a list of names"))
    return names


def _fault(found: FaultAt, content: Mapping[str, Any], files: Mapping[Place, str]) -> Fault:
    place = found.place
    if place[0] == "instruments":
        inside = content["instruments"][place[1]]
        file = files.get(("instruments", str(inside.get("id"))), "instruments")
        return Fault(file, key_of(place[2:], inside) or "-", found.message)
    return Fault(files.get(place[:1], "questionnaire.toml"), key_of(place, content), found.message)
