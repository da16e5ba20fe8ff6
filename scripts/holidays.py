#!/usr/bin/env python3
"""Writes data/holidays/, the public holidays that the binary carries.

Run once for a new version of the source, and commit what changed:

    python3 scripts/holidays.py

It makes its own virtual environment under target/ with the pinned version of the
Python package `holidays` (MIT). One file a country, one line a holiday:

    regions <tab> name in English <tab> local name <tab> dates

Regions are codes below the country (`BE MV`), the country itself as `.`, all of them
as `*`, or all but some as `* -HI -OR`. A local name that is the English one is `=`.
"""

import re
import subprocess
import sys
import warnings
from collections import defaultdict
from pathlib import Path

VERSION = "0.109"
FIRST, LAST = 2024, 2040
# Countries whose source stops earlier than LAST: a year with half of its days is worse than none.
LAST_OF = {"IN": 2035}

COUNTRIES = {
    "AE": "United Arab Emirates", "AR": "Argentina", "AT": "Austria", "AU": "Australia",
    "BE": "Belgium", "BG": "Bulgaria", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland",
    "CL": "Chile", "CO": "Colombia", "CR": "Costa Rica", "CY": "Cyprus", "CZ": "Czechia",
    "DE": "Germany", "DK": "Denmark", "EE": "Estonia", "ES": "Spain", "FI": "Finland",
    "FR": "France", "GB": "United Kingdom", "GR": "Greece", "HK": "Hong Kong", "HR": "Croatia",
    "HU": "Hungary", "ID": "Indonesia", "IE": "Ireland", "IL": "Israel", "IN": "India",
    "IS": "Iceland", "IT": "Italy", "JP": "Japan", "KR": "South Korea", "LI": "Liechtenstein",
    "LT": "Lithuania", "LU": "Luxembourg", "LV": "Latvia", "MT": "Malta", "MX": "Mexico",
    "MY": "Malaysia", "NL": "Netherlands", "NO": "Norway", "NZ": "New Zealand", "PE": "Peru",
    "PH": "Philippines", "PL": "Poland", "PT": "Portugal", "RO": "Romania", "RS": "Serbia",
    "SE": "Sweden", "SG": "Singapore", "SI": "Slovenia", "SK": "Slovakia", "TH": "Thailand",
    "TR": "Türkiye", "TW": "Taiwan", "US": "United States", "VN": "Vietnam", "ZA": "South Africa",
}

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "data" / "holidays"


def in_own_environment():
    """Runs this file again under a Python that has the pinned package."""
    home = ROOT / "target" / f"holidays-{VERSION}"
    python = home / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", f"holidays=={VERSION}"], check=True)
    if Path(sys.prefix).resolve() != home.resolve():
        # Isolated, or `import holidays` would find this file.
        sys.exit(subprocess.run([python, "-I", *sys.argv]).returncode)


def subdivisions(country):
    """The codes of the country's subdivisions that ISO 3166-2 has, with their names."""
    import holidays

    aliases = holidays.country_holidays(country).get_subdivision_aliases()
    codes = holidays.list_supported_countries(include_aliases=False)[country]
    return {code: (aliases.get(code) or [code])[0] for code in codes if re.fullmatch(r"[A-Z0-9]{1,3}", code)}


def names_by_date(country, subdivision, years, language):
    import holidays

    days = holidays.country_holidays(
        country, subdiv=subdivision, years=years, language=language, categories=("public",), observed=True
    )
    # New Year's Day may be observed in the year before.
    return {day: days.get_list(day) for day in days if years[0] <= day.year <= years[-1]}


def pairs(country, subdivisions_of_it, years):
    """(date, English, local) → the regions that have it.

    Where several holidays fall on one date, the source sorts their names within each language,
    so that the pairs have to be found again.
    """
    import holidays

    speaks = holidays.country_holidays(country)
    english = "en_US" if "en_US" in speaks.supported_languages else None
    translate = holidays.country_holidays(country, years=years[0], language=english).tr
    found, local_of = [], {}
    for region in [None, *subdivisions_of_it]:
        ours = names_by_date(country, region, years, english)
        theirs = names_by_date(country, region, years, speaks.default_language)
        assert ours.keys() == theirs.keys(), country
        for day, names in ours.items():
            found.append((region, day, names, theirs[day]))
            if len(names) == 1 and len(theirs[day]) == 1:
                local_of.setdefault(names[0], theirs[day][0])
            for text in theirs[day]:
                local_of.setdefault(translate(text), text)
    regions = defaultdict(set)
    for region, day, names, local_names in found:
        left, local_for = list(local_names), {}

        def stem(name):
            """The local name of Christmas Day, for `Christmas Day (observed)`."""
            return local_of.get(re.sub(r" \([a-z, ]+\)$", "", name))

        for fits in (
            lambda name, text: translate(text) == name or text == local_of.get(name),
            lambda name, text: stem(name) is not None and stem(name) in text,
            lambda name, text: len(names) - len(local_for) == 1,
        ):
            for name in names:
                match = next((text for text in left if name not in local_for and fits(name, text)), None)
                if match is not None:
                    local_for[name] = match
                    left.remove(match)
        for name in names:
            if name not in local_for:
                print(f"  {country} {day}: no local name for {name!r} among {left}", file=sys.stderr)
            regions[day, name, local_for.get(name, name)].add(region or ".")
    return regions


def said(regions, everywhere):
    if regions == everywhere:
        return "*"
    without = sorted(everywhere - regions)
    if len(everywhere) > 6 and len(without) <= len(everywhere) // 2:
        return " ".join(["*", *(f"-{code}" for code in without)])
    return " ".join(sorted(regions))


def country_file(country):
    years = range(FIRST, LAST_OF.get(country, LAST) + 1)
    codes = subdivisions(country)
    everywhere = {".", *codes}
    lines = defaultdict(list)
    for (day, name, local), regions in sorted(pairs(country, codes, years).items()):
        lines[said(regions, everywhere), name, "=" if local == name else local].append(day)
    for part in (text for key in lines for text in key):
        assert "\t" not in part and "\n" not in part, part
    rows = sorted(lines.items(), key=lambda item: ((item[1][0].month, item[1][0].day), item[0][1], item[0][0]))
    head = [
        f"# Public holidays of {COUNTRIES[country]}, written by scripts/holidays.py from holidays {VERSION} (MIT)",
        f"years\t{years[0]}\t{years[-1]}",
        f"region\t.\t{COUNTRIES[country]}",
        *(f"region\t{code}\t{name}" for code, name in codes.items()),
    ]
    body = ["\t".join([*key, " ".join(day.isoformat() for day in days)]) for key, days in rows]
    return "\n".join([*head, *body]) + "\n"


def main():
    import holidays

    # The source warns where it knows only some of the years asked for: that must not pass unseen.
    warnings.simplefilter("error")
    assert holidays.__version__ == VERSION, holidays.__version__
    OUT.mkdir(parents=True, exist_ok=True)
    for country in sorted(COUNTRIES):
        (OUT / f"{country}.tsv").write_text(country_file(country), encoding="utf-8")
    entries = "".join(f'    ("{code}", include_str!("../../../data/holidays/{code}.tsv")),\n' for code in sorted(COUNTRIES))
    (ROOT / "src" / "evaluate" / "holidays" / "files.rs").write_text(
        "//! The embedded files, one a country, in order of code; written by `scripts/holidays.py`.\n\n"
        f'/// The source of the data and its version.\npub(super) const SOURCE: &str = "holidays {VERSION}";\n\n'
        "/// Country codes with their files, sorted.\n"
        f"pub(super) const FILES: [(&str, &str); {len(COUNTRIES)}] = [\n{entries}];\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    in_own_environment()
    main()
