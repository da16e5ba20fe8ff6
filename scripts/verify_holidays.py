#!/usr/bin/env python3
"""Checks data/holidays/ against the package it was written from, by reading it anew.

    python3 scripts/verify_holidays.py            a sample: the first, a middle and the last year
    python3 scripts/verify_holidays.py --all      every year

Every region of every country is compared, date by date and name by name. Exit code 1 where they differ.
"""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = next(
    line.split('"')[1] for line in (ROOT / "scripts" / "holidays.py").read_text().splitlines() if line.startswith("VERSION")
)


def read(path):
    """The years, the regions, and the region → date → English names of one file."""
    years, regions, lines = (), [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if fields[0] == "years":
            years = range(int(fields[1]), int(fields[2]) + 1)
        elif fields[0] == "region":
            regions.append(fields[1])
        elif not line.startswith("#"):
            lines.append(fields)
    days = {region: defaultdict(list) for region in regions}
    for where, name, _, dates in lines:
        codes = where.split(" ")
        if codes[0] == "*":
            codes = [region for region in regions if f"-{region}" not in codes[1:]]
        for code in codes:
            for date in dates.split(" "):
                days[code][date].append(name)
    return years, days


def differences(country, every_year):
    import holidays

    years, days = read(ROOT / "data" / "holidays" / f"{country}.tsv")
    compared = list(years) if every_year else sorted({years[0], years[len(years) // 2], years[-1]})
    languages = holidays.country_holidays(country).supported_languages
    for region, ours in days.items():
        theirs = holidays.country_holidays(
            country,
            subdiv=None if region == "." else region,
            # A day may be observed in the year before.
            years=[year for year in years if year in compared or year - 1 in compared],
            language="en_US" if "en_US" in languages else None,
            categories=("public",),
        )
        for year in compared:
            told = {day.isoformat(): sorted(theirs.get_list(day)) for day in theirs if day.year == year}
            kept = {day: sorted(names) for day, names in ours.items() if day.startswith(str(year))}
            for day in sorted(told.keys() | kept.keys()):
                if told.get(day) != kept.get(day):
                    yield f"{country} {region} {day}: the file has {kept.get(day)}, the source {told.get(day)}"


def main():
    home = ROOT / "target" / f"holidays-{VERSION}"
    python = home / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", f"holidays=={VERSION}"], check=True)
    if Path(sys.prefix).resolve() != home.resolve():
        # Isolated, or `import holidays` would find the script of that name beside this one.
        sys.exit(subprocess.run([python, "-I", *sys.argv]).returncode)
    countries = sorted(path.stem for path in (ROOT / "data" / "holidays").glob("*.tsv"))
    found = [line for country in countries for line in differences(country, "--all" in sys.argv)]
    print("\n".join(found) or f"{len(countries)} countries agree with holidays {VERSION}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
