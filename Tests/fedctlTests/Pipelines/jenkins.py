"""Plays Jenkins for the Jenkinsfile of examples/ci: its `sh` steps in their order as they stand, with the variables and credentials around them."""
import os
import re
import shutil

from forge import IDENTITY, TOKEN, US
from job import Job

STAGES = {"check": "Check", "plan-change": "Plan change", "plan": "Plan", "apply": "Apply", "drift": "Drift"}
SETTING = re.compile(r"(\w+) = '([^']*)'")
# What a step does: a script, a file that is kept for later or brought back, credentials around a block.
STEP = re.compile(r"sh '([^']*)'|withCredentials\(\[(.*?)\]\) \{|(un)?stash (?:name: )?'(\w+)'(?:, includes: '([^']*)')?|archiveArtifacts artifacts: '([^']*)/\*\*'", re.S)


def play(world, name):
    """nil where the stage's conditions keep it from running, else the stage."""
    text = open(os.path.join(world.repository, "ci/fedctl/jenkins/Jenkinsfile")).read()
    text = re.sub(r"^\s*//.*$", "", text, flags=re.M)
    stage = block(text, f"stage('{STAGES[name]}') {{")
    conditions = block(stage, "when {")
    if "CHANGE_FORK" in conditions and world.fork or "FEDCTL_CHANGES" in conditions and world.told.get("changes") != "true":
        return None
    return Run(world, block(text, "environment {"), stage, name).play()


def block(text, opening):
    """What stands between the braces that `opening` begins; empty where it is not there."""
    start = text.find(opening)
    if start < 0:
        return ""
    start = place = start + len(opening)
    depth = 1
    while depth:
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        place += 1
    return text[start:place - 1]


class Run(Job):
    def __init__(self, world, settings, stage, name):
        super().__init__(world)
        self.stage, self.name, self.summary = stage, name, ""
        self.environment |= dict(SETTING.findall(settings)) | dict(SETTING.findall(block(stage, "environment {")))
        self.environment |= {"BUILD_URL": "https://jenkins.example/99", "GIT_COMMIT": "f00d" * 10, "BRANCH_NAME": "main"}
        # Where EXAMPLE stands in the file.
        self.environment |= {"GITHUB_REPOSITORY": "o/fleet", "GITHUB_API_URL": world.forge.url, "FEDCTL_FORGE_USER": US["github"]}
        if name in ("check", "plan-change"):
            self.environment |= {"CHANGE_ID": "7", "BRANCH_NAME": "PR-7"}
        if name != "check":
            self.environment |= world.variables

    def play(self):
        self.status = self.steps(block(self.stage, "steps {"), {})
        self.steps(block(block(self.stage, "post {"), "always {"), {})
        run = self.name.removesuffix("-change")
        self.outputs = self.values(os.path.join(self.checkout, f"fedctl-out/{run}.values"))
        if run == "plan" and self.status == 0:
            self.world.told["changes"] = self.outputs["changes"]
        return self

    def steps(self, text, settings):
        """Goes through what stands in a block; a script that fails ends it."""
        while found := STEP.search(text):
            script, credentials, un, name, files, kept = found.groups()
            text = text[found.end():]
            if script:
                # Jenkins shows each command of the script.
                status = self.run(["sh", "-xe"], script, settings)
            elif credentials is not None:
                inner = block("{" + text, "{")
                text = text[len(inner):]
                status = self.steps(inner, settings | self.secrets(credentials))
            else:
                status = self.file(un, name, files, kept)
            if status:
                return status
        return 0

    def file(self, un, name, files, kept):
        if un:
            shutil.copytree(os.path.join(self.world.kept, "stash"), self.checkout, dirs_exist_ok=True)
        elif name:
            target = os.path.join(self.world.kept, "stash", files)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copy(os.path.join(self.checkout, files), target)
        else:
            self.keep(self.stage_name, kept)
        return 0

    @property
    def stage_name(self):
        return STAGES[self.name]

    def secrets(self, credentials):
        """A file of its own, or a variable."""
        given = {}
        for kind, variable in re.findall(r"(file|string)\(credentialsId: '[^']*', variable: '(\w+)'\)", credentials):
            given[variable] = TOKEN
            if kind == "file":
                given[variable] = os.path.join(self.folder, variable)
                with open(given[variable], "w") as file:
                    file.write(IDENTITY)
        return given
