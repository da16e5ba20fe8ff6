"""pdf_is_passive.py FILE…: no script, no action on opening, no launch, no link but to the document, web or mail."""

import sys

import pikepdf

ACTIVE = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/RichMedia", "/Sound", "/Movie"}


def problems(path):
    with pikepdf.open(path) as pdf:
        for name in ("/OpenAction", "/AA"):
            if name in pdf.Root:
                yield f"{path}: {name}"
        for thing in pdf.objects:
            if not isinstance(thing, pikepdf.Dictionary):
                continue
            used = ({str(thing["/S"])} if "/S" in thing and isinstance(thing["/S"], pikepdf.Name) else set()) | set(thing.keys())
            yield from (f"{path}: {name}" for name in used & ACTIVE)
            address = str(thing["/URI"]) if "/URI" in thing else "mailto:"
            if not address.startswith(("https://", "http://", "mailto:", "tel:")):
                yield f"{path}: {address}"


found = [problem for path in sys.argv[1:] for problem in problems(path)]
print("\n".join(found))
sys.exit(1 if found else 0)
