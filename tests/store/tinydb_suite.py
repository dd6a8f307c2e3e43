"""Run TinyDB's own test suite with our storage in place of both of its own.

The suite is in TinyDB's source distribution only, so that is downloaded from PyPI, in the version
that is installed. Left out is `test_table_repr`, which hard-codes the names of TinyDB's classes.
A test that asks TinyDB's file for an encoding, an access mode or an indent gets TinyDB's file.
"""

import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

CONFTEST = '''
import io
import itertools
from pathlib import Path

import pytest
import tinydb
import tinydb.storages
from tinydb.middlewares import CachingMiddleware

from planner.store.storage import LibraryStorage

numbers = itertools.count()
folder = Path({folder!r})
stock = tinydb.storages.JSONStorage


class Boxing(LibraryStorage):
    """Ours, which keeps documents; some of TinyDB's tests give a storage other values to keep."""

    def read(self):
        read = super().read()
        return read["boxed"]["1"]["data"] if read and "boxed" in read else read

    def write(self, data):
        documents = (one for table in data.values() if isinstance(table, dict) for one in table.values())
        if all(isinstance(table, dict) for table in data.values()) and all(
            isinstance(one, dict) for one in documents
        ):
            super().write(data)
        else:
            super().write({{"boxed": {{"1": {{"data": data}}}}}})


class MemoryStorage(Boxing):
    """Ours, on a file of its own, where TinyDB's tests name none."""

    def __init__(self):
        super().__init__(folder / f"{{next(numbers)}}.json")

    @property
    def memory(self):
        return self.read()


class JSONStorage(Boxing):
    """Ours, under the name and with the edges TinyDB's tests know."""

    def __new__(cls, path, **options):
        return stock(path, **options) if options.keys() - {{"ensure_ascii"}} else super().__new__(cls)

    def __init__(self, path, **_options):
        if not Path(path).parent.is_dir():
            raise FileNotFoundError(path)
        super().__init__(path)
        self._handle = io.StringIO()

    def close(self):
        super().close()
        self._handle.close()


tinydb.storages.MemoryStorage = MemoryStorage
tinydb.storages.JSONStorage = tinydb.JSONStorage = tinydb.TinyDB.default_storage_class = JSONStorage


@pytest.fixture
def db(tmp_path):
    db_ = tinydb.TinyDB(tmp_path / "test.json")
    db_.drop_tables()
    db_.insert_multiple({{"int": 1, "char": c}} for c in "abc")
    yield db_


@pytest.fixture
def storage():
    return CachingMiddleware(MemoryStorage)()
'''


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        tests = _unpacked(folder) / "tests"
        (folder / "libraries").mkdir()
        (tests / "conftest.py").write_text(CONFTEST.format(folder=str(folder / "libraries")))
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
        command += ["--deselect", "tests/test_tables.py::test_table_repr", *sys.argv[1:], "tests"]
        return subprocess.run(command, cwd=tests.parent, check=False).returncode


def _unpacked(folder: Path) -> Path:
    package = f"tinydb=={version('tinydb')}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*command, "--dest", str(folder), package], check=True)
    (archive,) = folder.glob("tinydb-*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / archive.name.removesuffix(".tar.gz")


if __name__ == "__main__":
    raise SystemExit(main())
