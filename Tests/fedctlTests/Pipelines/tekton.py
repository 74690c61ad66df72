"""Plays Tekton for the task and the pipelines of examples/ci: parameters, results, and each step's script as it stands."""
import os
import re

import yaml

from forge import IDENTITY, TOKEN, US
from job import Job

PIPELINES = {"plan-change": ("fedctl-change", "plan"), "plan": ("fedctl-main", "plan"), "apply": ("fedctl-main", "apply"), "drift": ("fedctl-drift", "drift")}


def play(world, name):
    """nil where nobody would start it, else the task's run."""
    folder = os.path.join(world.repository, "ci/fedctl/tekton")
    task = yaml.safe_load(open(os.path.join(folder, "task.yaml")))["spec"]
    if name == "check":
        return Run(world, task, {"command": "check", "image": "image"}).play()
    # Whoever starts the pipelines starts none for a fork.
    if world.fork or name == "apply" and world.told.get("changes") != "true":
        return None
    pipelines = {each["metadata"]["name"]: each["spec"] for each in yaml.safe_load_all(open(os.path.join(folder, "pipeline.yaml")))}
    pipeline, wanted = PIPELINES[name]
    spec = pipelines[pipeline]
    given = {each["name"]: each.get("default") for each in spec["params"]}
    given |= {"url": "u", "revision": "c0ffee" * 6 + "abcd", "image": "image", "forge": world.forge.kind, "repository": "o/fleet", "user": US["github"],
              "api": world.forge.url, "change": "7", "run-url": "https://tekton.example/99"}
    step = next(each for each in spec["tasks"] if each["name"] == wanted)
    run = Run(world, task, {each["name"]: replaced(each["value"], {f"params.{key}": value for key, value in given.items()}) for each in step["params"]})
    if name == "apply":
        run.bring("workspace")
    run.play()
    if name == "plan":
        run.keep("workspace", "fedctl-out")
        world.told["changes"] = run.outputs.get("changes")
    return run


def replaced(text, values):
    """Tekton's variables; one that nobody has set stays."""
    return re.sub(r"\$\(([\w.-]+)\)", lambda match: str(values.get(match[1], match[0])), text)


class Run(Job):
    def __init__(self, world, task, parameters):
        super().__init__(world)
        self.task, self.summary = task, ""
        self.results = os.path.join(self.folder, "results")
        os.mkdir(self.results)
        known = {each["name"]: each.get("default") for each in task["params"]}
        assert parameters.keys() <= known.keys(), "a parameter that the task does not know"
        assert None not in (known | parameters).values(), "a parameter without a value"
        self.values_of = {f"params.{key}": value for key, value in (known | parameters).items()} | {"workspaces.source.path": self.checkout}
        self.values_of |= {f"results.{each['name']}.path": os.path.join(self.results, each["name"]) for each in task["results"]}

    def play(self):
        self.environment |= self.world.variables
        for step in self.task["steps"]:
            assert "$(params." not in step["script"], "a parameter within a script"
            if self.status == 0:
                self.step(step)
        self.outputs = {name: open(os.path.join(self.results, name)).read() for name in os.listdir(self.results)}
        self.keep("fedctl", "fedctl-out")
        return self

    def step(self, step):
        settings = {}
        for each in self.task["stepTemplate"]["env"] + step.get("env", []):
            settings[each["name"]] = replaced(each["value"], self.values_of) if "value" in each else TOKEN
        if settings.get("FEDCTL_ID_TOKEN_FILE"):
            settings["FEDCTL_ID_TOKEN_FILE"] = os.path.join(self.folder, "token")
            with open(settings["FEDCTL_ID_TOKEN_FILE"], "w") as file:
                file.write(IDENTITY)
        status = self.run([], replaced(step["script"], self.values_of), settings)
        code = os.path.join(self.folder, step["name"])
        with open(code, "w") as file:
            file.write(str(status))
        self.values_of[f"steps.step-{step['name']}.exitCode.path"] = code
        if step.get("onError") != "continue":
            self.status = status
