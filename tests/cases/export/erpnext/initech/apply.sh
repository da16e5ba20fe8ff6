#!/bin/sh
# Creates the holiday lists and service level agreements of this folder. It needs curl and jq, and
#   FRAPPE_URL    https://YOURS.example.com
#   FRAPPE_TOKEN  API_KEY:API_SECRET of a user who may create them
# Each file is sent once; what was created before is not looked for.
set -eu
: "${FRAPPE_URL:?}" "${FRAPPE_TOKEN:?}"
cd "$(dirname "$0")"

for file in holiday-lists/*.json agreements/*.json; do
  [ -f "$file" ] || continue
  doctype=$(jq -r '.doctype | @uri' "$file")
  curl --silent --show-error --fail-with-body --header "Authorization: token $FRAPPE_TOKEN" --output /dev/null \
    --header 'Content-Type: application/json' --data @"$file" "$FRAPPE_URL/api/resource/$doctype"
  echo "$file"
done
