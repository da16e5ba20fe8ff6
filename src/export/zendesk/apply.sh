#!/bin/sh
# Creates the schedules, triggers and SLA policies of this folder in Zendesk. It needs curl and jq, and
#   ZENDESK_URL        https://YOURS.zendesk.com
#   ZENDESK_EMAIL      an administrator
#   ZENDESK_API_TOKEN  one of their API tokens
# Each file is sent once; what was created before is not looked for.
set -eu
: "${ZENDESK_URL:?}" "${ZENDESK_EMAIL:?}" "${ZENDESK_API_TOKEN:?}"
cd "$(dirname "$0")"

# send METHOD PATH: the request body on standard input, the answer on standard output.
send() {
  curl --silent --show-error --fail-with-body --user "$ZENDESK_EMAIL/token:$ZENDESK_API_TOKEN" \
    --header 'Content-Type: application/json' --request "$1" --data @- "$ZENDESK_URL/api/v2/$2"
}

ids='{}'
for folder in schedules/*/; do
  [ -d "$folder" ] || continue
  name=$(basename "$folder")
  answer=$(send POST business_hours/schedules <"$folder/schedule.json")
  id=$(printf '%s' "$answer" | jq -e .schedule.id)
  send PUT "business_hours/schedules/$id/workweek" <"$folder/workweek.json" >/dev/null
  jq -c '.[]' "$folder/holidays.json" | while read -r holiday; do
    printf '%s' "$holiday" | send POST "business_hours/schedules/$id/holidays" >/dev/null
  done
  ids=$(printf '%s' "$ids" | jq -c --arg name "schedule:$name" --argjson id "$id" '. + {($name): $id}')
  echo "schedule $name: $id"
done
for file in triggers/*.json; do
  [ -f "$file" ] || continue
  body=$(jq --argjson ids "$ids" '.trigger.actions[].value |= ($ids[.] // .)' "$file")
  printf '%s' "$body" | send POST triggers >/dev/null
  echo "trigger $file"
done
for file in policies/*.json; do
  [ -f "$file" ] || continue
  send POST slas/policies <"$file" >/dev/null
  echo "policy $file"
done
