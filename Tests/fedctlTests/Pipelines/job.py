"""What the players of all systems share: a job's checkout, its shell steps, and what is kept of it."""
import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field


@dataclass
class World:
    """What a job of any system finds: `repository` is what is checked out, `forge` plays the system's API, `variables` are what the
    project has set, and `kept` is where artifacts lie and what jobs tell later ones."""

    repository: str
    forge: object
    variables: dict
    kept: str
    fork: bool = False
    # Ends the running step, once, as soon as it returns true.
    cancel_when: object = None
    told: dict = field(default_factory=dict)


class Job:
    """One run of a job. `status` is that of the first step that has failed, 0 where none has."""

    def __init__(self, world):
        self.world, self.log, self.status = world, "", 0
        self.folder = tempfile.mkdtemp(dir=world.kept)
        self.checkout = os.path.join(self.folder, "checkout")
        shutil.copytree(world.repository, self.checkout)
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "TMPDIR": self.folder, "FEDCTL_PAUSE": "0"}
        self.environment |= {"SOURCE_DATE_EPOCH": os.environ["SOURCE_DATE_EPOCH"]}

    def run(self, command, script, environment, ending=signal.SIGTERM):
        """Runs a script that a system would hand to `command`, whose last argument is its file; the status it ends with."""
        path = os.path.join(self.folder, f"script-{time.monotonic_ns()}")
        with open(path, "w") as file:
            file.write(script)
        os.chmod(path, 0o700)
        with open(os.path.join(self.folder, "log"), "w+") as log:
            process = subprocess.Popen(
                [*command, path], cwd=self.checkout, env=self.environment | environment, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True)
            while process.poll() is None and self.world.cancel_when:
                if self.world.cancel_when():
                    process.send_signal(ending)
                    self.world.cancel_when = None
                time.sleep(0.005)
            status = process.wait()
            log.seek(0)
            self.log += log.read()
        return 128 - status if status < 0 else status

    def keep(self, name, path):
        """An artifact: a file or a folder of the checkout."""
        source, target = os.path.join(self.checkout, path), os.path.join(self.world.kept, "artifacts", name)
        shutil.rmtree(target, ignore_errors=True)
        if os.path.exists(source):
            shutil.copytree(source, os.path.join(target, path))

    def bring(self, name):
        """Lays an artifact where it was."""
        shutil.copytree(os.path.join(self.world.kept, "artifacts", name), self.checkout, dirs_exist_ok=True)

    def values(self, path):
        """NAME=VALUE lines of a file."""
        try:
            with open(path) as file:
                return dict(line.rstrip("\n").split("=", 1) for line in file)
        except FileNotFoundError:
            return {}
