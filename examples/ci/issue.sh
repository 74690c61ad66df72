#!/bin/sh
# issue.sh: keeps one issue about a fleet's drift: opens it, tells it anew while there is drift, closes it when there is none.
#
# It goes by what drift.sh has left. Where that does not know everything, no issue is closed; where it knows nothing, none is touched.
# FEDCTL_TOKEN is a token that may write issues; the rest comes from the system: see forge.sh.
# Exit status: 0 the issue says what is the case; 1 the forge has refused it; 64 wrong usage.
set -eu
# shellcheck source=settings.sh
. "$(dirname -- "$0")/settings.sh"
[ -n "${FEDCTL_TOKEN:-}" ] || refuse "FEDCTL_TOKEN is not set"
# shellcheck source=forge.sh
. "$here/forge.sh"

mark drift
fleet=$(value drift fleet)
printf '{"title":%s,"%s":%s,"labels":%s}' \
  "$(printf 'fedctl: %s has drifted from %s' "${fleet:-a fleet}" "$FEDCTL_FILE" | json_text)" \
  "$text" "$(told drift | json_text)" \
  "$([ "$FEDCTL_FORGE" = github ] && echo '["fedctl-drift"]' || echo '"fedctl-drift"')" >"$work/issue"

open_or_update() {
  id=$(find_ours "$project/issues?state=$open_state&labels=fedctl-drift" "$number" "$text") || return 1
  if [ -n "$id" ]; then
    api "$update" "$project/issues/$id" "$work/issue"
  else
    api POST "$project/issues" "$work/issue"
  fi
}

# With a word why, so that nobody wonders who it was.
close() {
  id=$(find_ours "$project/issues?state=$open_state&labels=fedctl-drift" "$number" "$text") || return 1
  [ -n "$id" ] || return 0
  comments=comments state='{"state":"closed"}'
  [ "$FEDCTL_FORGE" = github ] || comments=notes state='{"state_event":"close"}'
  printf '{"body":%s}' "$(printf 'The clusters are what %s says. [Log, page and files](%s)' "$FEDCTL_FILE" "$run" | json_text)" \
    >"$work/word"
  printf '%s' "$state" >"$work/state"
  api POST "$project/issues/$id/$comments" "$work/word" && api "$update" "$project/issues/$id" "$work/state"
}

case $(value drift changes)/$(value drift incomplete) in
true/*) persist open_or_update ;;
false/false) persist close ;;
*) say "not everything could be looked at: no issue is opened or closed" ;;
esac
