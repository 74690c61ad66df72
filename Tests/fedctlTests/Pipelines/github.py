"""Plays GitHub's runner for the workflows and the action of examples/ci: their `run` steps as they stand, expressions, outputs,
conditions, and of others' actions what they leave behind."""
import os
import re
import signal

import yaml

from forge import TOKEN
from job import Job

FILES = {"check": "fedctl-change", "plan-change": "fedctl-change", "plan": "fedctl-main", "apply": "fedctl-main", "drift": "fedctl-drift"}
SHELLS = {None: ["bash", "-e"], "bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"], "sh": ["sh", "-e"]}


def play(world, name):
    """nil where the job's condition keeps it from running, else the job."""
    path = os.path.join(world.repository, ".github/workflows", FILES[name] + ".yml")
    workflow = yaml.safe_load(open(path))
    return Run(world, workflow, name.removesuffix("-change")).play()


class Run(Job):
    def __init__(self, world, workflow, name):
        super().__init__(world)
        self.description, self.name, self.summary = workflow["jobs"][name], name, ""
        is_change = "pull_request" in workflow[True]
        head = "somebody/fleet" if world.fork else "o/fleet"
        event = {"pull_request": {"number": 7, "head": {"sha": "c0ffee" * 6 + "abcd", "repo": {"full_name": head}}}}
        self.contexts = {
            "github": {"event": event if is_change else {}, "event_name": "pull_request" if is_change else "push",
                       "repository": "o/fleet", "token": TOKEN},
            "vars": {}, "needs": world.told.get("needs", {}), "steps": {},
        }
        self.environment |= {
            "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_API_URL": world.forge.url, "GITHUB_REPOSITORY": "o/fleet",
            "GITHUB_SERVER_URL": "https://github.example", "GITHUB_RUN_ID": "99", "GITHUB_SHA": "f00d" * 10,
        }
        if self.description["permissions"].get("id-token") == "write" and not world.fork:
            self.environment |= {"ACTIONS_ID_TOKEN_REQUEST_URL": f"{world.forge.url}/identity?version=2", "ACTIONS_ID_TOKEN_REQUEST_TOKEN": TOKEN}

    def play(self):
        if not self.holds(self.description.get("if", "true"), self.contexts):
            return None
        self.steps(self.description["steps"], self.contexts, None)
        outputs = {key: self.text(value, self.contexts) for key, value in self.description.get("outputs", {}).items()}
        self.world.told.setdefault("needs", {})[self.name] = {"outputs": outputs}
        self.outputs = next((step["outputs"] for key, step in self.contexts["steps"].items() if key == "fedctl"), {})
        return self

    def steps(self, steps, contexts, action):
        """`action` is the folder of the action whose steps they are."""
        for step in steps:
            if not self.holds(step.get("if", "success()"), contexts):
                continue
            settings = {key: self.text(value, contexts) for key, value in step.get("env", {}).items()}
            inputs = {key: self.text(value, contexts) for key, value in step.get("with", {}).items()}
            outputs = self.shell(step, settings, action) if "run" in step else self.use(step["uses"], inputs)
            contexts["steps"][step.get("id", "")] = {"outputs": outputs or {}}

    def shell(self, step, settings, action):
        assert "${{" not in step["run"], "an expression within a script"
        output, summary = (os.path.join(self.folder, name) for name in ("output", "summary"))
        for path in (output, summary):
            open(path, "w").close()
        settings |= {"GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": summary} | ({"GITHUB_ACTION_PATH": action} if action else {})
        status = self.run(SHELLS[step.get("shell")], step["run"], settings, ending=signal.SIGINT)
        self.status = self.status or status
        self.summary += open(summary).read()
        return self.values(output)

    def use(self, name, inputs):
        if name.startswith("./"):
            folder = os.path.join(self.checkout, name)
            action = yaml.safe_load(open(os.path.join(folder, "action.yml")))
            given = {key: str(spec.get("default", "")) for key, spec in action["inputs"].items()} | inputs
            assert given.keys() == action["inputs"].keys(), "an input that the action does not know"
            contexts = self.contexts | {"inputs": given, "steps": {}}
            self.steps(action["runs"]["steps"], contexts, folder)
            return {key: self.text(spec["value"], contexts) for key, spec in action["outputs"].items()}
        assert re.search(r"@[0-9a-f]{40}$", name), f"{name} is not pinned"
        if name.startswith("actions/upload-artifact@"):
            self.keep(inputs["name"], inputs["path"])
        elif name.startswith("actions/download-artifact@"):
            self.bring(inputs["name"])
        elif name.startswith("aws-actions/configure-aws-credentials@"):
            self.environment |= self.world.variables

    def holds(self, condition, contexts):
        text = condition.removeprefix("${{").removesuffix("}}")
        if not re.search(r"\b(always|success|failure|cancelled)\(\)", text):
            text = f"success() && ({text})"
        return bool(self.value(text, contexts))

    def text(self, value, contexts):
        def one(match):
            found = self.value(match[1], contexts)
            return {True: "true", False: "false"}.get(found, found) if isinstance(found, bool) else str(found)
        return re.sub(r"\$\{\{(.*?)\}\}", one, str(value).lower() if isinstance(value, bool) else str(value))

    def value(self, expression, contexts):
        """GitHub's operators are Python's by other names."""
        def look(path):
            found = contexts
            for part in path.split("."):
                found = found.get(part, "") if isinstance(found, dict) else ""
            return found
        parts = re.findall(r"'[^']*'|&&|\|\||[!=]=|[!()]|[A-Za-z_][\w.-]*(?:\(\))?", expression)
        words = {"&&": "and", "||": "or", "!": "not", "true": "True", "false": "False", "always()": "True",
                 "success()": str(self.status == 0), "failure()": str(self.status != 0), "cancelled()": "False"}
        names = re.compile(r"[A-Za-z_][\w.-]*$")
        return eval(" ".join(words.get(part) or (f"look({part!r})" if names.match(part) else part) for part in parts), {"look": look})
