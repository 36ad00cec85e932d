"""A clean Debian in a folder, with processes and mounts of its own that end with it, and a person's session in it.

It is made with debootstrap from the mirror that this machine uses, and kept beside the packages for the next run.
Needs root, as debootstrap does. What is mounted is mounted in a namespace: when its processes end, however they end,
the mounts are gone, and nothing outside has ever seen them.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

SUITE = "bookworm"
PERSON, PERSON_ID = "mina", "1000"
_APT = Path("/etc/apt")


class NoCleanSystem(Exception):
    """Why there is none."""


class CleanSystem:
    """A minimal Debian. `root` is where it lies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cleanup = contextlib.ExitStack()
        self._holder: subprocess.Popen[str] | None = None
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as cleanup:
            base = self._base()
            work = Path(tempfile.mkdtemp(prefix="system-", dir=self._folder))
            cleanup.callback(shutil.rmtree, work)
            self.root = work / "root"
            subprocess.run(["cp", "-a", "--reflink=auto", base, self.root], check=True)
            self._configure()
            cleanup.callback(self._end)
            self._inside = self._begin()
            self._cleanup = cleanup.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        self._cleanup.close()

    def run(self, script: str, *, as_person: bool = False, check: bool = True, **variables: str) -> str:
        """Run a shell script in it, as root or as the person; what it printed."""
        done = subprocess.run(
            self._command(script, as_person, variables), capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        if check and done.returncode:
            raise AssertionError(f"{script}: {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
        return done.stdout.strip()

    def code(self, script: str, *, as_person: bool = False) -> int:
        """The exit code of a shell script."""
        return subprocess.run(self._command(script, as_person, {}), capture_output=True, check=False).returncode

    def start(self, name: str, script: str, **variables: str) -> None:
        """Start a program as the person; it ends with `stop` or with the system."""
        script = f"echo $$ >/tmp/{name}.pid; exec {script}"
        with self.file(f"/tmp/{name}.log").open("w") as log:
            self._started.append(
                subprocess.Popen(
                    self._command(script, True, variables),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            )

    def stop(self, name: str) -> None:
        """End a program as a session does, and wait for its end."""
        pid = self.file(f"/tmp/{name}.pid").read_text().strip()
        self.run(
            f"kill -TERM {pid}; for _ in $(seq 100); do kill -0 {pid} 2>/dev/null || exit 0; sleep 0.1; done; exit 1"
        )

    def runs(self, name: str) -> bool:
        """Whether a started program has not ended yet."""
        pid = self.file(f"/tmp/{name}.pid").read_text().strip()
        return self.code(f"kill -0 {pid}") == 0

    def log(self, name: str) -> str:
        """What a started program has printed."""
        return self.file(f"/tmp/{name}.log").read_text(errors="replace")

    def file(self, path: str) -> Path:
        """A file of it, as seen from here."""
        return self.root / path.lstrip("/")

    def install(self, *packages: str | Path, recommended: bool = False) -> str:
        """Install with apt: packages by name, or files from here."""
        names = []
        for package in packages:
            if isinstance(package, Path):
                shutil.copy(package, self.file("/var/tmp"))
                names.append(f"/var/tmp/{package.name}")
            else:
                names.append(package)
        recommends = "" if recommended else "--no-install-recommends"
        options = f"-y --allow-downgrades {recommends}"
        return self.run(f"DEBIAN_FRONTEND=noninteractive apt-get install {options} {' '.join(names)}")

    def _base(self) -> Path:
        if os.geteuid() != 0:
            raise NoCleanSystem("a clean Debian can only be made as root")
        if shutil.which("debootstrap") is None:
            raise NoCleanSystem("debootstrap is not installed")
        base = self._folder / SUITE
        if not base.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            begun = self._folder / f"{SUITE}.begun"
            if begun.exists():
                shutil.rmtree(begun)
            command = ["debootstrap", "--variant=minbase", SUITE, str(begun), _mirror()]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                raise NoCleanSystem(f"debootstrap failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
            begun.rename(base)
        return base

    def _configure(self) -> None:
        """Let apt and the resolver do there what they do here; let no package start a service."""
        apt = self.file("/etc/apt")
        (apt / "sources.list").unlink(missing_ok=True)
        for source in _sources():
            shutil.copy(source, apt / source.relative_to(_APT))
        for configuration in (_APT / "apt.conf.d").iterdir():
            if re.search(r"^\s*Acquire::", configuration.read_text(), re.MULTILINE):
                shutil.copy(configuration, apt / "apt.conf.d")
        for name in ("resolv.conf", "hosts"):
            shutil.copy(Path("/etc") / name, self.file("/etc"))
        policy = self.file("/usr/sbin/policy-rc.d")
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)

    def _begin(self) -> str:
        """The process that holds the namespaces; its number."""
        script = (
            'mount -t proc proc "$1/proc" && mount -t tmpfs shm "$1/dev/shm" && mount -t tmpfs run "$1/run" && '
            "echo ready && exec sleep infinity"
        )
        self._holder = subprocess.Popen(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", script, "sh", str(self.root)],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self._holder.stdout is not None
        if self._holder.stdout.readline() != "ready\n":
            raise NoCleanSystem("this machine allows no namespaces of its own")
        children = Path(f"/proc/{self._holder.pid}/task/{self._holder.pid}/children")
        return children.read_text().split()[0]

    def _end(self) -> None:
        """End everything in it: with the first process of the namespace end all others."""
        if self._holder is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._holder.pid, signal.SIGKILL)
            self._holder.communicate()
        for process in self._started:
            process.wait()

    def _command(self, script: str, as_person: bool, variables: dict[str, str]) -> list[str]:
        who = ["--userspec", f"{PERSON_ID}:{PERSON_ID}"] if as_person else []
        home = f"/home/{PERSON}" if as_person else "/root"
        environment = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": home,
            "LANG": "C.UTF-8",
            **({"XDG_RUNTIME_DIR": f"/run/user/{PERSON_ID}"} if as_person else {}),
            **variables,
        }
        return [
            *("nsenter", "--target", self._inside, "--mount", "--pid", "chroot", *who, str(self.root), "env", "-i"),
            *(f"{name}={value}" for name, value in environment.items()),
            *("sh", "-c", f"cd {home} && {script}"),
        ]


class PersonsSession:
    """A screen, a session bus, a window manager and a panel with a tray, all of the clean system's own packages."""

    PACKAGES = ("xvfb", "dbus", "xfwm4", "xfce4-panel", "xdotool", "libglib2.0-bin", "x11-utils")

    def __init__(self, system: CleanSystem, display: str, write_panel: Callable[[Path], object]) -> None:
        self._system = system
        self.variables = {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path=/run/user/{PERSON_ID}/bus",
            "TZ": "Asia/Seoul",
            # A Tuesday, 10:20 in Seoul.
            "HERWIDGET_TEST_CLOCK": "2026-11-24T01:20:00Z;1",
        }
        system.run(f"install -d -m 700 -o {PERSON_ID} -g {PERSON_ID} /run/user/{PERSON_ID}")
        configuration = system.file(f"/home/{PERSON}/.config")
        write_panel(configuration)
        (configuration / "herwidget").mkdir(exist_ok=True)
        (configuration / "herwidget" / "settings.toml").write_text('welcomed = true\nlanguage = "en"\n')
        system.run(f"chown -R {PERSON_ID}:{PERSON_ID} /home/{PERSON}")
        system.run("mkdir -p -m 1777 /tmp/.X11-unix /tmp/screen")
        self.start("Xvfb", f"Xvfb {display} -screen 0 1280x800x24 -nolisten tcp -fbdir /tmp/screen")
        self._wait("the X server", "xprop -root >/dev/null 2>&1")
        address = self.variables["DBUS_SESSION_BUS_ADDRESS"]
        self.start("bus", f"dbus-daemon --session --nofork --address={address}")
        call = "gdbus call --session --dest org.freedesktop.DBus --object-path / --method org.freedesktop.DBus"
        self._wait("the session bus", f"{call}.GetId >/dev/null 2>&1")
        self.start("xfwm4", "xfwm4 --compositor=off")
        self.start("panel", "xfce4-panel --disable-wm-check")
        self._wait("the panel's tray", f"{call}.NameHasOwner org.kde.StatusNotifierWatcher | grep -q true")

    def start(self, name: str, script: str, **variables: str) -> None:
        """Start a program of the session; `variables` are its own."""
        self._system.start(name, script, **(self.variables | variables))

    def run(self, script: str, check: bool = True) -> str:
        """Run a command in the session; what it printed."""
        return self._system.run(script, as_person=True, check=check, **self.variables)

    def tray_icons(self) -> str:
        """The identities of what the panel's tray holds."""
        items = self.run(
            "gdbus call --session --dest org.kde.StatusNotifierWatcher --object-path /StatusNotifierWatcher "
            "--method org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierWatcher RegisteredStatusNotifierItems"
        )
        found = []
        for name, path in re.findall(r"'(:[\d.]+)(/[^']*)'", items):
            found.append(
                self.run(
                    f"gdbus call --session --dest {name} --object-path {path} "
                    "--method org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierItem Id"
                )
            )
        return " ".join(found)

    def wait_for_icon(self) -> None:
        """Wait until the tray has Herwidget's icon."""
        wait_for(lambda: "'herwidget'" in self.tray_icons(), "the tray icon", self._tell)

    def wait_for_window(self) -> str:
        """Wait until Herwidget has a window on the screen; its number."""
        script = "xdotool search --onlyvisible --class herwidget"
        wait_for(lambda: bool(self.run(script, check=False)), "a window of Herwidget", self._tell)
        window = self.run(script).splitlines()[-1]
        self.run(f"xdotool windowactivate --sync {window}")
        return window

    def wait_until_no_window(self) -> None:
        """Wait until Herwidget has no window on the screen."""
        script = "xdotool search --onlyvisible --class herwidget"
        wait_for(lambda: not self.run(script, check=False), "the window to be gone", self._tell)

    def screenshot(self, file: Path) -> None:
        """Keep what is on the screen, where ImageMagick is installed here."""
        if shutil.which("convert"):
            file.parent.mkdir(parents=True, exist_ok=True)
            screen = self._system.file("/tmp/screen/Xvfb_screen0")
            subprocess.run(["convert", f"xwd:{screen}", str(file)], check=False, capture_output=True)

    def _wait(self, what: str, script: str) -> None:
        def there() -> bool:
            return self.run(f"{script} && echo there", check=False).endswith("there")

        wait_for(there, what, self._tell)

    def _tell(self) -> str:
        names = ("Xvfb", "bus", "xfwm4", "panel", "herwidget")
        return "\n".join(
            f"{name}: {self._system.log(name)[-1500:]}"
            for name in names
            if self._system.file(f"/tmp/{name}.log").exists()
        )


def wait_for(there: Callable[[], bool], what: str, tell: Callable[[], str], seconds: float = 30) -> None:
    """Ask again until it is so.

    Raises:
        AssertionError: it did not become so; with what `tell` tells.
    """
    deadline = time.monotonic() + seconds
    while not there():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:g} s for {what}\n{tell()}")
        time.sleep(0.2)


def _sources() -> Iterator[Path]:
    """The files of this machine's apt that name the suite."""
    files = [_APT / "sources.list", *sorted((_APT / "sources.list.d").glob("*"))]
    for file in files:
        if file.suffix in (".list", ".sources") and file.is_file() and SUITE in file.read_text():
            yield file


def _mirror() -> str:
    """The address this machine gets Debian from."""
    for file in _sources():
        text = file.read_text()
        for stanza in re.split(r"\n\s*\n", text) if file.suffix == ".sources" else ():
            fields = dict(re.findall(r"^(URIs|Suites):[ \t]*(.*)$", stanza, re.MULTILINE))
            if SUITE in fields.get("Suites", "").split():
                return str(fields["URIs"]).split()[0]
        if found := re.search(rf"^deb\s+(?:\[[^]]*\]\s+)?(\S+)\s+{SUITE}\s", text, re.MULTILINE):
            return found[1]
    raise NoCleanSystem(f"this machine's apt knows no mirror of Debian {SUITE}")
