"""records.py FOLDER: the records of ServiceNow's update files as JSON, each with its table and fields."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

records = []
for path in sorted(Path(sys.argv[1]).glob("*.xml")):
    for record in ElementTree.parse(path).getroot():
        records.append({"table": record.tag} | {field.tag: field.text or "" for field in record})
print(json.dumps(records))
