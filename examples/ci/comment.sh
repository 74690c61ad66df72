#!/bin/sh
# comment.sh NAME: puts the report of a run (plan, apply or drift) into a comment on a change, always the same one.
#
# FEDCTL_CHANGE is the number of the pull or merge request, FEDCTL_TOKEN a token that may comment; without them nothing is written, which
# is said. The rest comes from the system: see forge.sh.
# Exit status: 0 written, or nothing to write; 1 the forge has refused it; 64 wrong usage.
set -eu
# shellcheck source=settings.sh
. "$(dirname -- "$0")/settings.sh"
name=${1:?which run: plan, apply or drift}
: "${FEDCTL_CHANGE:=${CI_MERGE_REQUEST_IID:-${CHANGE_ID:-}}}"
case $FEDCTL_CHANGE in
'')
  say "no comment: there is no pull or merge request"
  exit 0
  ;;
*[!0-9]*) refuse "FEDCTL_CHANGE must be a number" ;;
esac
[ -n "${FEDCTL_TOKEN:-}" ] || {
  say "no comment: FEDCTL_TOKEN is not set"
  exit 0
}
# shellcheck source=forge.sh
. "$here/forge.sh"

mark "$name"
case $FEDCTL_FORGE in
github) list=$project/issues/$FEDCTL_CHANGE/comments each=$project/issues/comments ;;
gitlab) list=$project/merge_requests/$FEDCTL_CHANGE/notes each=$list ;;
esac
printf '{"body":%s}' "$(told "$name" | json_text)" >"$work/comment"

write() {
  id=$(find_ours "$list" id body) || return 1
  if [ -n "$id" ]; then
    api "$update" "$each/$id" "$work/comment"
  else
    api POST "$list" "$work/comment"
  fi
}
persist write
