"""A Slurm cluster of one node, made of ordinary processes in a folder of its own."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import time

# Nothing of it takes nearly as long on a machine that is not overloaded.
PATIENCE = 120


class Failure(Exception):
    """Something is not as it should be; its text says what."""


def free_ports(count):
    """Ports of this machine that nothing listens at."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


class Cluster:
    """munged, slurmctld and slurmd, which listen on loopback and end with the `with` statement.

    No file of the system is touched: configuration, key, sockets, state and logs are in the folder.
    """

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.processes = []
        self.environment = dict(
            os.environ, SLURM_CONF=str(self.folder / "slurm.conf"),
            PATH=os.environ["PATH"] + ":/usr/sbin:/sbin")

    def __enter__(self):
        try:
            self.configure()
            self.start("munged", "--foreground", "--force", *(
                f"--{name}={self.folder / file}" for name, file in [
                    ("socket", "munge.socket"), ("key-file", "munge.key"),
                    ("pid-file", "munged.pid"), ("log-file", "munged.log"),
                    ("seed-file", "munged.seed")]))
            self.wait("munged", (self.folder / "munge.socket").exists)
            self.start("slurmctld", "-D")
            self.start("slurmd", "-D")
            self.wait("the node", lambda: "idle" in self.ask("sinfo", "--noheader", "--format=%T"))
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def configure(self):
        name = socket.gethostname().split(".")[0]
        user = subprocess.run(
            ["id", "-un"], check=True, capture_output=True, text=True).stdout.strip()
        controller, node = free_ports(2)
        for part in ("state", "spool"):
            (self.folder / part).mkdir()
        key = self.folder / "munge.key"
        key.touch(mode=0o600)
        key.write_bytes(os.urandom(1024))
        settings = {
            "ClusterName": "accord", "SlurmctldHost": f"{name}(127.0.0.1)",
            "SlurmUser": user, "SlurmdUser": user,
            "SlurmctldPort": controller, "SlurmdPort": node,
            "AuthType": "auth/munge", "CredType": "cred/munge",
            "AuthInfo": f"socket={self.folder / 'munge.socket'}",
            "StateSaveLocation": self.folder / "state", "SlurmdSpoolDir": self.folder / "spool",
            "SlurmctldPidFile": self.folder / "slurmctld.pid",
            "SlurmdPidFile": self.folder / "slurmd.pid",
            "SlurmctldLogFile": self.folder / "slurmctld.log",
            "SlurmdLogFile": self.folder / "slurmd.log",
            # What a container has: no control groups, no accounting.
            "ProctrackType": "proctrack/linuxproc", "TaskPlugin": "task/none",
            "SwitchType": "switch/none", "MpiDefault": "none",
            "JobAcctGatherType": "jobacct_gather/none",
            "AccountingStorageType": "accounting_storage/none",
            # On loopback only.
            "CommunicationParameters": "NoCtldInAddrAny,NoInAddrAny",
            "SelectType": "select/cons_tres", "SelectTypeParameters": "CR_Core",
            "ReturnToService": 2, "KillWait": 5, "MinJobAge": 600,
        }
        lines = [f"{name}={value}" for name, value in settings.items()]
        # Tasks beside each other, however few processors there are.
        lines.append(
            f"NodeName={name} NodeAddr=127.0.0.1 CPUs=4 CoresPerSocket=4 State=UNKNOWN")
        lines.append("PartitionName=main Nodes=ALL Default=YES MaxTime=5 State=UP")
        # The processors of this machine may be fewer than the node says.
        lines.append("SlurmdParameters=config_overrides")
        (self.folder / "slurm.conf").write_text("\n".join(lines) + "\n")

    def start(self, program, *arguments):
        output = open(self.folder / f"{program}.out", "wb")
        process = subprocess.Popen(
            [program, *arguments], env=self.environment, stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT, start_new_session=True)
        self.processes.append((program, process))

    def ask(self, *command):
        """What a command of Slurm prints; nothing where it fails."""
        found = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=30)
        return found.stdout if found.returncode == 0 else ""

    def wait(self, what, is_so):
        """Waits until something is so, as long as every process lives."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            for program, process in self.processes:
                if process.poll() is not None:
                    raise Failure(f"{program} ended with {process.returncode}:\n{self.logs()}")
            if time.monotonic() > deadline:
                raise Failure(f"{what} was not ready in {PATIENCE} s:\n{self.logs()}")
            time.sleep(0.1)

    def submit(self, *arguments):
        """Submits a job and returns its number."""
        done = subprocess.run(
            ["sbatch", "--parsable", *arguments], env=self.environment, capture_output=True,
            text=True, timeout=30)
        if done.returncode:
            raise Failure(f"sbatch: {done.stderr}")
        return done.stdout.strip()

    def states(self, job):
        """The state of each task of an array, by its number."""
        lines = self.ask(
            "squeue", "--noheader", "--array", "--states=all", f"--jobs={job}", "--format=%K %T")
        return dict(line.split() for line in lines.splitlines())

    def wait_for(self, job, is_so):
        """Waits until the tasks of an array are as they should be."""
        self.wait(f"job {job}", lambda: (states := self.states(job)) and is_so(states))

    def logs(self):
        texts = []
        for file in sorted([*self.folder.glob("*.out"), *self.folder.glob("*.log")]):
            lines = file.read_text(errors="replace").splitlines()[-8:]
            texts += [f"{file.name}: {line}" for line in lines]
        return "\n".join(texts)

    def stop(self):
        """Ends what was started: jobs first, then each process by its number."""
        self.ask("scancel", "--me")
        with contextlib.suppress(Failure):
            self.wait("the queue", lambda: not self.ask("squeue", "--noheader").strip())
        for _, process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.processes = []
