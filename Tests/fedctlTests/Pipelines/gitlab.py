"""Plays GitLab's runner for the template of examples/ci: `extends`, rules, variables, artifacts, and each script as one."""
import os
import re

import yaml

from forge import IDENTITY, TOKEN
from job import Job

NAMES = {"check": "fedctl check", "plan-change": "fedctl plan change", "plan": "fedctl plan", "apply": "fedctl apply", "drift": "fedctl drift"}


def play(world, name):
    """nil where the rules keep the job from running, else the job."""
    path = os.path.join(world.repository, "ci/fedctl/gitlab/fedctl.gitlab-ci.yml")
    return Run(world, yaml.safe_load(open(path)), name).play()


def merged(base, more):
    """As `extends` does it: maps by members, everything else as a whole."""
    both = {key: merged(base[key], more[key]) for key in base.keys() & more.keys() if isinstance(base[key], dict) and isinstance(more[key], dict)}
    return base | more | both


class Run(Job):
    def __init__(self, world, template, name):
        super().__init__(world)
        self.name = NAMES[name]
        job = template[self.name]
        self.description = merged(template[job["extends"]], job) if "extends" in job else job
        is_change = name in ("check", "plan-change")
        self.environment |= {
            "CI": "true", "GITLAB_CI": "true", "CI_PROJECT_DIR": self.checkout, "CI_PROJECT_ID": "42", "CI_API_V4_URL": world.forge.url,
            "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_SHA": "f00d" * 10, "CI_JOB_URL": "https://gitlab.example/jobs/99",
            "CI_PIPELINE_SOURCE": {"drift": "schedule"}.get(name, "merge_request_event" if is_change else "push"),
        }
        self.environment |= {"CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "43" if world.fork else "42"} if is_change else {
            "CI_COMMIT_BRANCH": "main"}
        if not world.fork:
            self.environment |= world.variables | {"FEDCTL_TOKEN": TOKEN, "FEDCTL_IMAGE": "image"}

    def play(self):
        if not any(self.holds(rule["if"]) for rule in self.description["rules"]):
            return None
        job = self.description
        for name in job.get("needs", []):
            self.bring(name)
            self.environment |= self.world.told[name]
        self.environment |= {key: IDENTITY for key in job.get("id_tokens", {})}
        self.environment |= {key: self.expanded(str(value)) for key, value in job.get("variables", {}).items()}
        self.status = self.script(job.get("before_script", []) + job["script"])
        self.script(job.get("after_script", []))
        self.outputs = self.report(job.get("artifacts", {}))
        self.summary = ""
        return self

    def script(self, lines):
        return self.run(["bash"], "\n".join(["set -eo pipefail", *lines]), {})

    def report(self, artifacts):
        """What is kept; the values of the dotenv report by the names that they have in other systems."""
        if artifacts and (self.status == 0 or artifacts.get("when") == "always"):
            for path in artifacts["paths"]:
                self.keep(self.name, path)
            for path in artifacts["reports"].values():
                assert self.status == 64 or os.path.exists(os.path.join(self.checkout, path)), path
        run = self.name.split()[1]
        values = self.values(os.path.join(self.checkout, f"fedctl-out/{run}.env"))
        if artifacts.get("reports", {}).get("dotenv"):
            self.world.told[self.name] = values
        return {key.removeprefix("FEDCTL_").lower(): value for key, value in values.items()}

    def expanded(self, text):
        return re.sub(r"\$(\w+)", lambda match: self.environment.get(match[1], ""), text)

    def holds(self, condition):
        words = {"&&": "and", "||": "or"}
        parts = re.findall(r'"[^"]*"|&&|\|\||[!=]=|\$\w+', condition)
        return eval(" ".join(words.get(part) or (repr(self.environment.get(part[1:], "")) if part[0] == "$" else part) for part in parts))
