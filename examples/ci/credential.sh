#!/bin/sh
# credential.sh AUDIENCE: a credential plugin for a kubeconfig, whose token is the identity that the CI system gives the job.
#
# An API server that takes tokens of the CI system's issuer for that audience needs no other credential, and nothing lives longer
# than the job. The token comes from the file FEDCTL_ID_TOKEN_FILE (Tekton's projected token, Jenkins' OIDC provider), from the variable
# FEDCTL_ID_TOKEN (GitLab's `id_tokens`) or from GitHub, for jobs with the right `id-token: write`. fedctl asks again when a server does
# not take a token any more.
set -eu
set +x
audience=${1:?the audience that the API server asks for}

if [ -n "${FEDCTL_ID_TOKEN_FILE:-}" ]; then
  token=$(cat -- "$FEDCTL_ID_TOKEN_FILE")
elif [ -n "${FEDCTL_ID_TOKEN:-}" ]; then
  token=$FEDCTL_ID_TOKEN
elif [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ]; then
  token=$(printf 'header = "Authorization: Bearer %s"\n' "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" |
    curl --config - --fail --silent --show-error --max-time 30 --retry 3 --get --data-urlencode "audience=$audience" \
      -- "$ACTIONS_ID_TOKEN_REQUEST_URL" | sed -n 's/.*"value" *: *"\([^"]*\)".*/\1/p')
fi
case ${token:-} in
'')
  echo "credential.sh: this job has no identity token: FEDCTL_ID_TOKEN_FILE, FEDCTL_ID_TOKEN and GitHub's right id-token: write are not there" >&2
  exit 1
  ;;
*[!A-Za-z0-9._~+/=-]*)
  echo "credential.sh: what should be an identity token is none" >&2
  exit 1
  ;;
esac
printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}\n' "$token"
