#!/bin/sh
# Creates the calendars and SLAs of this folder in Zammad. It needs curl and jq, and
#   ZAMMAD_URL    https://YOURS.example.com
#   ZAMMAD_TOKEN  an access token with the permissions admin.calendar and admin.sla
# Each file is sent once; what was created before is not looked for.
set -eu
: "${ZAMMAD_URL:?}" "${ZAMMAD_TOKEN:?}"
cd "$(dirname "$0")"

# send PATH: the request body on standard input, the answer on standard output.
send() {
  curl --silent --show-error --fail-with-body --header "Authorization: Token token=$ZAMMAD_TOKEN" \
    --header 'Content-Type: application/json' --data @- "$ZAMMAD_URL/api/v1/$1"
}

ids='{}'
for file in calendars/*.json; do
  [ -f "$file" ] || continue
  answer=$(send calendars <"$file")
  id=$(printf '%s' "$answer" | jq -e .id)
  name=$(basename "$file" .json)
  ids=$(printf '%s' "$ids" | jq -c --arg name "calendar:$name" --argjson id "$id" '. + {($name): $id}')
  echo "calendar $name: $id"
done
for file in slas/*.json; do
  [ -f "$file" ] || continue
  body=$(jq --argjson ids "$ids" '.calendar_id |= $ids[.]' "$file")
  printf '%s' "$body" | send slas >/dev/null
  echo "SLA $file"
done
