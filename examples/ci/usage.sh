#!/bin/sh
# Tells what components use, keeps the report beside those of earlier runs, and tells the trend of all of them; changes nothing.
#
# In $FEDCTL_OUT are then usage.md, .html and .csv of this run, and usage-trend.md and .html of all. $FEDCTL_HISTORY holds
# the reports as JSON, the newest $FEDCTL_KEEP of them: whoever runs this brings the folder back the next time.
# Exit status: 0 told; 1 an error; 3 nothing is known of a cluster, and the rest is told; 64 wrong usage.
set -eu
# shellcheck source=settings.sh
. "$(dirname -- "$0")/settings.sh"

: "${FEDCTL_HISTORY:=fedctl-history}"
: "${FEDCTL_KEEP:=90}"
# Options of `fedctl report`, as words: --window 1d --baseline NAME.
: "${FEDCTL_USAGE_OPTIONS:=--window 1d}"

begin usage
begin usage-trend
mkdir -p -- "$FEDCTL_HISTORY"
set -f
status=0
# shellcheck disable=SC2086 # options are words
fedctl report --file "$FEDCTL_FILE" $FEDCTL_USAGE_OPTIONS \
  --json-into "$FEDCTL_HISTORY/usage-$(date -u +%Y-%m-%dT%H%M%SZ).json" \
  --markdown-into "$FEDCTL_OUT/usage.md" --html-into "$FEDCTL_OUT/usage.html" \
  --csv-into "$FEDCTL_OUT/usage.csv" || status=$?
case $status in
0 | 3) ;;
*) exit "$status" ;;
esac

set +f
# By their names they are in the order of time.
set -- "$FEDCTL_HISTORY"/usage-*.json
while [ "$#" -gt "$FEDCTL_KEEP" ]; do
  rm -f -- "$1"
  shift
done
fedctl report --markdown-into "$FEDCTL_OUT/usage-trend.md" --max-bytes 64000 \
  --html-into "$FEDCTL_OUT/usage-trend.html" --history "$@"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat -- "$FEDCTL_OUT/usage-trend.md" >>"$GITHUB_STEP_SUMMARY"
exit "$status"
