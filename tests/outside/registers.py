"""registers.py EXPORT…: LibreOffice opens each workbook and shows what the CSV files hold; nothing is a formula."""

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

# Comma, quote, UTF-8, from line 1, no column formats, English, quote no texts, as shown, no formulas, all sheets.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [[cell.replace("\r\n", "\n") for cell in row] for row in csv.reader(file)]


def main(*exports):
    found, compared = [], 0
    with tempfile.TemporaryDirectory() as folder:
        books = []
        for export in map(Path, exports):
            book = Path(folder) / f"{export.name}.xlsx"
            book.write_bytes((export / "registers.xlsx").read_bytes())
            books.append((export, book))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", FILTER]
        subprocess.run([*command, "--outdir", folder, *(book for _, book in books)], check=True, capture_output=True)
        for export, book in books:
            for expected in sorted(export.glob("*.csv")):
                shown = Path(folder) / f"{book.stem}-{expected.stem}.csv"
                if not shown.exists():
                    found.append(f"{export}: LibreOffice shows no sheet {expected.stem}")
                    continue
                compared += 1
                ours, theirs = rows(expected), rows(shown)
                if ours != theirs:
                    pairs = [(one, other) for one, other in zip(ours, theirs) if one != other]
                    found.append(f"{expected}: LibreOffice shows {pairs[:1] or (len(ours), len(theirs))}")
                for cell in (cell for row in ours for cell in row):
                    if cell.startswith(("=", "+", "-", "@", "\t", "\r")):
                        found.append(f"{expected}: {cell!r} may be computed")
    if compared < 80:
        found.append(f"only {compared} registers were compared")
    print("\n".join(found))
    sys.exit(1 if found else 0)


main(*sys.argv[1:])
