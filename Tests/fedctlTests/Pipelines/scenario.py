"""Runs the pipelines of examples/ci from an empty fleet to drift and back, as one system would, and prints what each job came to.

Usage: scenario.py SYSTEM FEDCTL SANDBOX S3-ENDPOINT FLEET; SYSTEM is github, gitlab, tekton or jenkins, FLEET an example's file.
AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are those of the S3 server. Each line of the output is a job: what had happened before, how
it ended, and what it told; a last line tells of secrets, which must be seen nowhere.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import uuid

import forge as forges
from job import World

system, fedctl, sandbox, s3, fleet = sys.argv[1:]
player = __import__(system)
beside = os.path.dirname(os.path.abspath(__file__))
examples = os.path.join(beside, "..", "..", "..", "examples")
folder = tempfile.mkdtemp(prefix="pipelines-")
repository, bin_folder, requests, identities = (os.path.join(folder, name) for name in ("repository", "bin", "requests", "identities"))
keys = {name: os.environ[name] for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
plan_artifact = {"github": "fedctl-plan", "gitlab": "fedctl plan change", "tekton": "fedctl", "jenkins": "Plan change"}[system]
SECRETS = {**keys, "the forge's token": forges.TOKEN, "the job's identity": forges.IDENTITY}
seen = []


def clusters():
    """A sandbox for three clusters; ends when its standard input does."""
    kubeconfig = os.path.join(repository, "kubeconfig.yaml")
    child = subprocess.Popen(
        [sandbox, "up", "--contexts", "hub,cluster1,cluster2", "--namespaces", "reverse-words-app",
         "--kubeconfig", kubeconfig, "--log", requests], stdout=subprocess.PIPE)
    while line := child.stdout.readline():
        if line == b"ready\n":
            return child, kubeconfig
    raise SystemExit("the sandbox has not started")


def lay_out():
    """The repository as somebody has it who has copied the folder."""
    os.makedirs(os.path.join(repository, ".github"))
    os.mkdir(bin_folder)
    # In its place a kubeconfig's plugin would be asked; a sandbox speaks no TLS, without which nobody shows who he is.
    with open(os.path.join(bin_folder, "fedctl"), "w") as file:
        file.write(f'#!/bin/sh\ncase $1 in plan | apply) sh ci/fedctl/credential.sh fedctl >>{identities} || exit 99 ;; esac\nexec {fedctl} "$@"\n')
        os.chmod(file.name, 0o755)
    os.environ["PATH"] = f"{bin_folder}:{os.environ['PATH']}"
    shutil.copytree(os.path.join(examples, "ci"), os.path.join(repository, "ci/fedctl"))
    shutil.copytree(os.path.join(examples, "ci/github/workflows"), os.path.join(repository, ".github/workflows"))
    text = open(fleet).read()
    bucket = f"pipelines-{uuid.uuid4()}"
    text = re.sub(r"endpoint: .*", f"endpoint: {s3}\n  insecure: true\n  create: true", text)
    write(re.sub(r"(bucket:\n(?:  .*\n)*?  name: ).*", rf"\g<1>{bucket}", text))


def write(text):
    with open(os.path.join(repository, "fleet.yaml"), "w") as file:
        file.write(text)


def edit(old, new):
    text = open(os.path.join(repository, "fleet.yaml")).read()
    assert old in text
    write(text.replace(old, new))


def kubectl(context, *arguments):
    subprocess.run(["kubectl", "--context", context, "-n", "thanos", *arguments], check=True, stdout=subprocess.DEVNULL,
                   env=os.environ | {"KUBECONFIG": kubeconfig, "HOME": folder})


def fault(*faults):
    server = re.search(r"http://127\.0\.0\.1:\d+", open(kubeconfig).read())[0]
    request = urllib.request.Request(f"{server}/_sandbox/faults", json.dumps(faults).encode(), method="POST")
    urllib.request.urlopen(request).read()


def writes():
    """How many requests may have changed something."""
    with open(requests) as log:
        return sum(line.split()[2] != "GET" and "dryRun=All" not in line.split()[3] for line in log if len(line.split()) > 4)


def job(name, after, show=("exit_status", "changes"), **settings):
    """Runs a job and prints a line about it."""
    for key, value in settings.items():
        setattr(world, key, value)
    before = writes()
    run = player.play(world, name)
    world.fork, world.cancel_when = False, None
    if run is None:
        print(f"{after}: {name} does not run")
        return None
    seen.append(run.log + run.summary + repr(run.outputs))
    told = " ".join(f"{key}={run.outputs.get(key, '')}" for key in show)
    print(f"{after}: {name} ends with {run.status}; {told}; {'writes' if writes() > before else 'reads'}")
    if os.environ.get("SHOW"):
        print(run.log)
    return run


def comment():
    """The comment of ours on the change: what stands out in it, and whether it has the report as the artifact has it."""
    ours = forge.written(forge.comments)
    text = ours[-1]["body"] if ours else ""
    report = open(os.path.join(folder, "artifacts", plan_artifact, "fedctl-out/plan.md")).read()
    print(f"  {len(ours)} comment, {'whole' if report in text else 'cut'}: {' '.join(re.findall(r'^[*]{2}.*[*]{2}$|^- .*unreachable.*|^Of commit .*', text, re.M))[:200]}")
    print("  which colours: " + ", ".join(" ".join(line.split()) for line in re.findall(r"^[-+]  +\S.*", text, re.M)))


def issues():
    print("  issues: " + ", ".join(f"{each['title']} ({each['state']}, {len(each['words'])} comments)" for each in forge.issues))


def artifact(name):
    place = os.path.join(folder, "artifacts", name)
    files = sorted(file for _, _, found in os.walk(place) for file in found)
    print(f"  artifact: {' '.join(files)}")


def check_secrets():
    texts = list(seen) + forge.said
    for place, _, files in os.walk(os.path.join(folder, "artifacts")):
        texts += [open(os.path.join(place, file)).read() for file in files]
    found = [name for name, secret in SECRETS.items() if any(secret in text for text in texts)]
    with open(identities) as file:
        shown = {json.loads(line)["status"]["token"] for line in file}
    print("the clusters were shown " + ("the job's identity" if shown == {forges.IDENTITY} else f"{shown}"))
    print(f"secrets seen: {', '.join(found) or 'none'}" if len(texts) > 40 else "too little was looked through")


def tell():
    job("check", "a fork's change", fork=True)
    job("plan-change", "a fork's change", fork=True)

    job("plan", "a new fleet", ("exit_status", "changes", "create", "delete", "incomplete"))
    # The hub's part comes first, so that nearly all is left to do.
    fault("context=hub,verb=patch,resource=services,status=422")
    job("apply", "a cluster refuses something", ("exit_status", "failed"))
    fault()
    job("plan", "the cluster takes it again")
    if system == "github":
        before = writes()
        job("apply", "somebody cancels", cancel_when=lambda: writes() > before + 5)
        # The lease was given back, or the next apply would have to wait for a minute.
        job("plan", "it was cancelled")
    job("apply", "the cluster takes it again")

    edit("stage: test", "stage: changed")
    job("plan-change", "a change", ("exit_status", "changes", "update", "incomplete"))
    comment()
    artifact(plan_artifact)
    fault("context=cluster2,drop")
    job("plan-change", "a cluster is out of reach", ("exit_status", "changes", "incomplete"))
    fault()
    comment()

    job("plan", "a change")
    kubectl("hub", "delete", "service", "grafana")
    stale = job("apply", "the plan is stale", ("exit_status", "deviations"))
    # Where the system shows a report below the job.
    for line in stale.summary.split("\n"):
        if line.startswith("- `") and "series" not in line:
            print(f"  {line}")
    job("drift", "something has drifted", ("exit_status", "create", "update"))
    fault("context=cluster2,drop")
    job("drift", "a cluster is out of reach besides", ("exit_status", "changes", "incomplete"))
    fault()
    issues()
    job("plan", "planned anew")
    job("apply", "planned anew", ("exit_status", "done"))
    job("drift", "it is mended")
    issues()
    check_secrets()


lay_out()
child, kubeconfig = clusters()
try:
    forge = forges.Forge("gitlab" if system == "gitlab" else "github")
    # Others have written there: more than a page, and one who copies what we write.
    for number in range(100):
        forge.make(forge.comments, {"body": "looks good"}, author="somebody")
    forge.make(forge.comments, {"body": "<!-- fedctl plan: fleet.yaml -->\n**No changes**"}, author="somebody")
    world = World(repository, forge, keys, folder)
    tell()
finally:
    child.kill()
    child.wait()
    shutil.rmtree(folder)
