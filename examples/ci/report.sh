#!/bin/sh
# report.sh NAME: tells the CI system what a run of plan, apply or drift has left, however it ended.
#
# Each value of NAME.values becomes an output of a GitHub step ($GITHUB_OUTPUT), a Tekton result (a file in $FEDCTL_RESULTS)
# and a line FEDCTL_NAME=value of NAME.env (GitLab's dotenv report, Jenkins' readProperties); NAME.md goes below the job
# ($GITHUB_STEP_SUMMARY). A run that was ended before it told anything has no values, which is said.
set -eu
# shellcheck source=settings.sh
. "$(dirname -- "$0")/settings.sh"

name=${1:?which run: plan, apply or drift}
values=$FEDCTL_OUT/$name.values
[ -f "$values" ] || {
  say "$name has left no report"
  exit 0
}

awk -F= '{ print "FEDCTL_" toupper($1) "=" substr($0, length($1) + 2) }' "$values" >"$FEDCTL_OUT/$name.env"
[ -z "${GITHUB_OUTPUT:-}" ] || cat -- "$values" >>"$GITHUB_OUTPUT"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat -- "$FEDCTL_OUT/$name.md" >>"$GITHUB_STEP_SUMMARY"
[ -z "${FEDCTL_RESULTS:-}" ] || while IFS='=' read -r key text; do
  printf '%s' "$text" >"$FEDCTL_RESULTS/$key"
done <"$values"
