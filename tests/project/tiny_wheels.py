"""A package index made on the spot: wheels and source archives of a few lines, in a folder."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path
from zipfile import ZipFile


def wheel(folder: Path, name: str, version: str, *metadata: str) -> str:
    """Write a wheel with an empty module and more lines of metadata; answer its line in a lock."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": "",
        f"{info}/METADATA": "\n".join(["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *metadata, ""]),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with ZipFile(path, "w") as archive:
        for place, text in files.items():
            archive.writestr(place, text)
        archive.writestr(f"{info}/RECORD", "".join(f"{place},,\n" for place in [*files, f"{info}/RECORD"]))
    return _locked(path, name, version)


def source_archive(folder: Path, name: str, version: str, build: str) -> str:
    """Write a source archive with a program that builds it; answer its line in a lock."""
    path = folder / f"{name}-{version}.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        entry = tarfile.TarInfo(f"{name}-{version}/setup.py")
        entry.size = len(build.encode())
        archive.addfile(entry, io.BytesIO(build.encode()))
    return _locked(path, name, version)


def _locked(path: Path, name: str, version: str) -> str:
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"
