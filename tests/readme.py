"""Runs the commands of README.md, in order, in a copy of the examples."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVANDA = ROOT / "target" / "debug" / "servanda"
# What is a test run itself, or installs.
LEFT_OUT = ("tests/run", "cargo test", "cargo install", "cargo bench")


def commands():
    for block in re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S):
        for line in block.replace("\\\n", " ").splitlines():
            line = line.split(" #")[0].removeprefix("$ ").strip()
            if line and not line.startswith("#") and not line.startswith(LEFT_OUT):
                yield line.replace("cargo run --release --", "servanda")


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copytree(ROOT / "examples", place / "examples")
        (place / "bin").mkdir()
        (place / "bin" / "servanda").symlink_to(SERVANDA)
        environment = {"PATH": f"{place / 'bin'}:/usr/bin:/bin", "HOME": folder}
        for command in commands():
            # `init` asks; an empty answer takes what it offers.
            done = subprocess.run(
                command, shell=True, cwd=place, env=environment, input="\n" * 100, capture_output=True, text=True
            )
            # `check` and `lint` give 1 where they find something, which the tour shows.
            finds = re.search(r"\bservanda (check|lint) ", command)
            good = done.returncode == 0 or (done.returncode == 1 and finds is not None)
            print("ok    " if good else "FAILED", command)
            if not good:
                failed += 1
                print(done.stdout[-2000:], done.stderr[-4000:])
    sys.exit(1 if failed else 0)


main()
