# shellcheck shell=sh disable=SC2034,SC2154 # used by, and set by, who reads it
# Read by comment.sh and issue.sh: what both say to GitHub or GitLab, with curl and awk alone.
#
# FEDCTL_FORGE is github or gitlab; on their own runners it is found out. FEDCTL_TOKEN is a token that may comment: it goes to curl by
# standard input, since a command's arguments can be read by everybody on the machine.

[ -n "${FEDCTL_FORGE:-}" ] || case ${GITHUB_ACTIONS:-}/${GITLAB_CI:-} in
true/*) FEDCTL_FORGE=github ;;
*/true) FEDCTL_FORGE=gitlab ;;
esac
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# How each forge calls things. `project` is where its API has the repository; `us` is who writes with the token: what others
# have written is never taken for ours.
case ${FEDCTL_FORGE:-} in
github)
  project=${GITHUB_API_URL:-https://api.github.com}/repos/${GITHUB_REPOSITORY:?the repository, OWNER/NAME}
  authorization="Authorization: Bearer ${FEDCTL_TOKEN:-}"
  us=${FEDCTL_FORGE_USER:-github-actions[bot]}
  number=number author=user.login text=body update=PATCH open_state=open
  ;;
gitlab)
  project=${CI_API_V4_URL:?the address of the API}/projects/${CI_PROJECT_ID:?the number of the project}
  authorization="PRIVATE-TOKEN: ${FEDCTL_TOKEN:-}"
  us=${FEDCTL_FORGE_USER:-}
  number=iid author=author.username text=description update=PUT open_state=opened
  ;;
*) refuse "FEDCTL_FORGE must be github or gitlab" ;;
esac
# Where people see this run, and what it was made of.
run=${FEDCTL_RUN_URL:-${CI_JOB_URL:-${BUILD_URL:-${GITHUB_SERVER_URL:-}/${GITHUB_REPOSITORY:-}/actions/runs/${GITHUB_RUN_ID:-}}}}
commit=${FEDCTL_COMMIT:-${CI_COMMIT_SHA:-${GIT_COMMIT:-${GITHUB_SHA:-}}}}

# api METHOD URL [FILE]: asks with the JSON of a file; the answer is then in $work/answer. Fails where the forge says no, which is said.
#
# What makes something anew is asked once: after an answer that was lost there would be two.
api() {
  retry=3
  [ "$1" != POST ] || retry=0
  status=$(printf 'header = "%s"\n' "$(printf %s "$authorization" | sed 's/[\\"]/\\&/g')" |
    curl --config - --silent --show-error --request "$1" --max-time 60 --retry "$retry" --retry-max-time 180 \
      --header 'Content-Type: application/json' --header 'Accept: application/json' --user-agent fedctl-ci \
      --output "$work/answer" --write-out '%{http_code}' ${3+--data-binary "@$3"} -- "$2") || status=000
  case $status in
  2??) return 0 ;;
  esac
  say "$1 ${2%%\?*}: $status $(awk -f "$here/json.awk" <"$work/answer" 2>/dev/null | sed -n 's/^message=//p')"
  return 1
}

# Of standard input, a text as JSON.
json_text() {
  sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e "s/$(printf '\t')/\\\\t/g" | tr -d '\000-\010\013-\037' |
    awk 'BEGIN { printf "\"" } { printf "%s%s", (NR > 1 ? "\\n" : ""), $0 } END { printf "\"" }'
}

# find URL NUMBER TEXT: in a list of the forge, what we have written with $marker as its first line; its NUMBER, or nothing.
find_ours() {
  [ -n "$us" ] || whoami_there || return 1
  page=1
  while [ "$page" -le 50 ]; do
    case $1 in
    *\?*) api GET "$1&per_page=100&page=$page" || return 1 ;;
    *) api GET "$1?per_page=100&page=$page" || return 1 ;;
    esac
    awk -f "$here/json.awk" <"$work/answer" >"$work/list"
    id=$(us=$us marker=$marker number=$2 author=$author text=$3 awk '
      function is(key) { return index($0, place "." key "=") == 1 }
      function rest(key) { return substr($0, length(place "." key) + 2) }
      { place = $0; sub(/\..*/, "", place) }
      is(ENVIRON["number"]) { id[place] = rest(ENVIRON["number"]) }
      is(ENVIRON["author"]) { ours[place] = rest(ENVIRON["author"]) == ENVIRON["us"] }
      is(ENVIRON["text"]) { marked[place] = rest(ENVIRON["text"]) == ENVIRON["marker"] }
      END { for (p in id) if (ours[p] && marked[p] && (best == "" || id[p] + 0 < best + 0)) best = id[p]; print best }
    ' "$work/list")
    [ -z "$id" ] || break
    [ -s "$work/list" ] || break
    page=$((page + 1))
  done
  printf '%s\n' "$id"
}

# GitLab tells whose token it is.
whoami_there() {
  api GET "${project%/projects/*}/user" || return 1
  us=$(awk -f "$here/json.awk" <"$work/answer" | sed -n 's/^username=//p')
}

# mark NAME: what tells a text of ours from all others: of which run it is, and of which fleet file.
mark() {
  marker="<!-- fedctl $1: $(printf %s "$FEDCTL_FILE" | tr -c 'A-Za-z0-9._/' _) -->"
}

# told NAME: the text for people: the report, of which commit it is, and where the rest is.
told() {
  printf '%s\n' "$marker"
  if [ -f "$FEDCTL_OUT/$1.md" ]; then
    cat -- "$FEDCTL_OUT/$1.md"
  else
    printf '**fedctl %s ended before it could tell anything.**\n' "$1"
  fi
  [ -z "$commit" ] || printf '\nOf commit %s. ' "$(printf %s "$commit" | tr -cd '0-9a-f')"
  printf '[Log, page and files](%s)\n' "$run"
}

# persist COMMAND…: until it succeeds, three times at most. What it does looks first what is there, so that nothing is written twice.
persist() {
  for pause in 2 8 0; do
    "$@" && return 0
    sleep "${FEDCTL_PAUSE:-$pause}"
  done
  return 1
}
