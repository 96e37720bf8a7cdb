"""The server that is asked."""

import socket
import subprocess
import sys
import time
import urllib.request

from measuring import HERE, WORK


class Server:
    """nginx on a free port of this machine, with a folder of its own."""

    def __enter__(self):
        folder = WORK / "nginx"
        (folder / "temporary").mkdir(parents=True, exist_ok=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        configuration = (HERE / "nginx.conf").read_text().replace("@PORT@", str(port))
        (folder / "nginx.conf").write_text(configuration)
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            ["nginx", "-p", folder, "-c", folder / "nginx.conf", "-g", "daemon off;"],
            stderr=(folder / "start.log").open("w"),
        )
        for _ in range(100):
            try:
                urllib.request.urlopen(self.url + "/users/1", timeout=5).read()
                return self
            except OSError:
                time.sleep(0.05)
        self.__exit__()
        sys.exit("nginx does not answer:\n" + (folder / "start.log").read_text())

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
