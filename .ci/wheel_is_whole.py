"""Builds the wheel, checks that no tracked file under src/ was left behind, and runs Bowout from it alone."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
SHOWN = ("bowout/web/templates/", "bowout/web/static/")


def run(*command: str, cwd: Path = ROOT, **environment: str) -> str:
    """What the command printed; an error when it fails."""
    env = {**os.environ, **environment}
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=cwd, env=env).stdout


def lacking(inside: set[str]) -> list[str]:
    """Tracked files of the package that the wheel does not name, and whole folders that are empty."""
    tracked = {name.removeprefix("src/") for name in run("git", "ls-files", "src").splitlines()}
    empty = [f"{part}*" for part in SHOWN if not any(name.startswith(part) for name in inside)]
    return sorted(tracked - inside) + empty


def answers(wheel: Path, folder: Path) -> bool:
    """Whether the command runs from the wheel, and from nowhere else."""
    ZipFile(wheel).extractall(folder / "unpacked")
    alone = {"PYTHONPATH": str(folder / "unpacked"), "BOWOUT_HOME": str(folder / "home")}
    place = run(sys.executable, "-c", "import bowout; print(bowout.__file__)", cwd=folder, **alone)
    return place.startswith(str(folder)) and "usage" in run(
        sys.executable, "-m", "bowout", "--help", cwd=folder, **alone
    )


def main() -> int:
    """0 when the wheel is whole and its command answers, else 1."""
    with tempfile.TemporaryDirectory(prefix="bowout-wheel-") as name:
        folder = Path(name)
        run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", name)
        wheel = next(folder.glob("*.whl"))
        inside = set(ZipFile(wheel).namelist())
        if missing := lacking(inside):
            print(f"{wheel.name} lacks:", *missing, sep="\n  ")
            return 1
        if not answers(wheel, folder):
            print(f"{wheel.name}: `bowout --help` does not answer from the wheel")
            return 1
        print(f"{wheel.name}: {len(inside)} files, and it answers")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
