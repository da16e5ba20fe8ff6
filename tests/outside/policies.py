"""policies.py SCHEMA POLICY.json…: each is valid, and says the same as the YAML and the TOML beside it."""

import json
import sys
import tomllib
from pathlib import Path

import jsonschema
import yaml


def differences(one, other, place=""):
    """Where two trees differ, also in the type of a value."""
    if type(one) is not type(other):
        yield f"{place}: {one!r} is not {other!r}"
    elif isinstance(one, dict):
        yield from (f"{place}/{key}: in one only" for key in one.keys() ^ other.keys())
        for key in one.keys() & other.keys():
            yield from differences(one[key], other[key], f"{place}/{key}")
    elif isinstance(one, list):
        if len(one) != len(other):
            yield f"{place}: {len(one)} entries are not {len(other)}"
        for at, (left, right) in enumerate(zip(one, other)):
            yield from differences(left, right, f"{place}/{at}")
    elif one != other:
        yield f"{place}: {one!r} is not {other!r}"


def main(schema, *policies):
    schema = json.loads(Path(schema).read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    problems = []
    for path in map(Path, policies):
        policy = json.loads(path.read_bytes())
        problems += [f"{path}: {error.json_path}: {error.message[:300]}" for error in validator.iter_errors(policy)]
        as_yaml = yaml.safe_load(path.with_suffix(".yaml").read_bytes())
        as_toml = tomllib.loads(path.with_suffix(".toml").read_bytes().decode())
        problems += [f"{path}: YAML: {place}" for place in differences(policy, as_yaml)]
        problems += [f"{path}: TOML: {place}" for place in differences(policy, as_toml)]
    # A validator that finds nothing wrong with anything proves nothing.
    policy["agreement"]["surprise"] = True
    if not list(validator.iter_errors(policy)):
        problems.append("the schema lets unknown fields pass")
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


main(*sys.argv[1:])
