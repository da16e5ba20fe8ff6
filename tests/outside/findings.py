"""findings.py SARIF-SCHEMA JUNIT-SCHEMA FOLDER: the findings in a folder as the readers of each format take them.

FILE.sarif against the OASIS schema, FILE.xml against the schema of Jenkins' xUnit plugin, FILE.github as the runner
reads workflow commands; all three, and FILE.json beside them, tell the same findings.
"""

import json
import re
import sys
from pathlib import Path

import jsonschema
from lxml import etree

COMMAND = re.compile(r"^::(error|warning|notice) (.*?)::(.*)$", re.S)


def decoded(text, pairs):
    """Undoes the escapes of a workflow command as the runner does, `%25` last."""
    for escape, letter in pairs + [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]:
        text = text.replace(escape, letter)
    return text


def annotations(text):
    """The workflow commands of a log: level, properties, message."""
    for line in text.splitlines():
        match = COMMAND.match(line)
        assert match, f"no workflow command: {line!r}"
        level, properties, message = match.groups()
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        assert pairs.keys() <= {"file", "line", "endLine", "col", "endColumn", "title"}, pairs
        assert "endColumn" not in pairs or "endLine" not in pairs, "the runner refuses columns over several lines"
        pairs = {name: decoded(value, [("%3A", ":"), ("%2C", ",")]) for name, value in pairs.items()}
        yield level, pairs, decoded(message, [])


def main(sarif_schema, junit_schema, folder):
    schema = json.loads(Path(sarif_schema).read_bytes())
    jsonschema.Draft7Validator.check_schema(schema)
    sarif = jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
    junit = etree.XMLSchema(etree.parse(junit_schema))
    wrong = []
    files = sorted(Path(folder).glob("*.json"))
    assert len(files) >= 3, files
    for file in files:
        found = json.loads(file.read_bytes())
        rules = [finding["rule"] for finding in found]

        log = json.loads(file.with_suffix(".sarif").read_bytes())
        wrong += [f"{file.stem}.sarif {list(error.path)}: {error.message}" for error in sarif.iter_errors(log)]
        results = log["runs"][0]["results"]
        listed = log["runs"][0]["tool"]["driver"]["rules"]
        assert [result["ruleId"] for result in results] == rules, file
        assert all(listed[result["ruleIndex"]]["id"] == result["ruleId"] for result in results), file

        tree = etree.parse(file.with_suffix(".xml"))
        junit.validate(tree)
        wrong += [f"{file.stem}.xml {error.line}: {error.message}" for error in junit.error_log]
        failed = [case.get("name").split(" at ")[0] for case in tree.iterfind(".//testcase[failure]")]
        assert sorted(failed) == sorted(rules), (file, failed)

        told = list(annotations(file.with_suffix(".github").read_text(encoding="utf-8")))
        assert [pairs["title"] for _, pairs, _ in told] == rules, file
        for (_, _, message), finding in zip(told, found):
            assert finding["message"] in message, (message, finding["message"])
    assert not wrong, "\n".join(wrong)


main(*sys.argv[1:])
