"""openslo.py FILE…: documents of OpenSLO, read by PyYAML, are what our schema of it says, name each other rightly, and
say the targets of the agreement; the names of the hostile policy are read back as they are."""

import json
import sys
import zoneinfo
from decimal import Decimal
from pathlib import Path

import jsonschema
import yaml

HERE = Path(__file__).parent


def read(path):
    # A number keeps its digits.
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node)))
    return list(yaml.load_all(path.read_text(), Loader))


def texts(data):
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        return [text for part in data for text in texts(part)]
    return [" ".join(data.split())] if isinstance(data, str) else []


def problems(path, schema):
    documents = read(path)
    for document in documents:
        name = document.get("metadata", {}).get("name")
        validator = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{document.get('kind')}", "$defs": schema["$defs"]})
        for error in validator.iter_errors(document):
            yield f"{path}: {name}: {error.json_path}: {error.message[:200]}"
    services = {one["metadata"]["name"] for one in documents if one["kind"] == "Service"}
    known = [(one["kind"], one["metadata"]["name"]) for one in documents]
    if len(set(known)) < len(known):
        yield f"{path}: a name stands twice"
    for slo in (one for one in documents if one["kind"] == "SLO"):
        if slo["spec"]["service"] not in services:
            yield f"{path}: there is no service {slo['spec']['service']}"
        zoneinfo.ZoneInfo(slo["spec"]["timeWindow"][0].get("calendar", {"timeZone": "UTC"})["timeZone"])
    if path.parent.name != "hostile":
        return
    agreement = json.loads((HERE / "../cases/export/hostile.policy.json").read_bytes())["agreement"]
    said = texts(documents)
    title = " ".join(agreement["heading"]["title"].split())
    for name in [title] + [service["title"] for service in agreement["services"]]:
        if not any(" ".join(name.split()) in text for text in said):
            yield f"{path}: {name!r} was not read back"
    for level in agreement["levels"]:
        target = level.get("target", {}).get("threshold", {}).get("percent")
        found = [slo for slo in documents if slo["kind"] == "SLO" and slo["spec"]["description"].endswith(level["name"])]
        for slo in found:
            if slo["spec"]["objectives"][0]["target"] * 100 != Decimal(target.rstrip("%")):
                yield f"{path}: {level['name']!r} has the target {slo['spec']['objectives'][0]['target']}"


def main(*paths):
    schema = json.loads((HERE / "schemas/openslo.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    found, slos = [], 0
    for path in map(Path, paths):
        found += problems(path, schema)
        slos += sum(document["kind"] == "SLO" for document in read(path))
    if slos < 10:
        found.append(f"only {slos} SLOs")
    print("\n".join(found))
    sys.exit(1 if found else 0)


main(*sys.argv[1:])
