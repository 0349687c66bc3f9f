"""Who looks, as sshd and the account say."""

import base64
import os
import pwd
import shutil
import subprocess
from pathlib import Path

import pytest

from boardtui.access import who
from boardtui.access.who import who as found

BLOB = base64.b64encode(b"\0\0\0\x0bssh-ed25519\0\0\0\x20" + bytes(32)).decode()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(who, "_home", lambda: str(tmp_path))
    (tmp_path / ".ssh").mkdir()
    return tmp_path


def authenticated(home: Path, text: str) -> dict[str, str]:
    file = home / "sshauth"
    file.write_text(text)
    return {who.AUTHENTICATED: str(file), "SSH_CONNECTION": "10.0.0.5 51234 10.0.0.1 22"}


def test_without_ssh_there_is_the_account_alone(home: Path) -> None:
    account = pwd.getpwuid(os.getuid()).pw_name
    assert found(None, {}) == {"user": account, "as": None, "ssh": None, "key": None}


def test_the_key_is_told_by_its_fingerprint_and_the_comment_of_the_account_s_list(
    home: Path,
) -> None:
    (home / ".ssh" / "authorized_keys").write_text(
        f'# ssh-ed25519 {BLOB} not this one\nrestrict,command="x y" ssh-ed25519 {BLOB} Jane Doe\n'
    )
    told = found("reviewer 1", authenticated(home, f"publickey ssh-ed25519 {BLOB}\n"))
    assert (told["as"], told["ssh"]) == ("reviewer 1", "10.0.0.5 51234 10.0.0.1 22")
    key = told["key"]
    assert isinstance(key, dict)
    assert (key["type"], key["comment"]) == ("ssh-ed25519", "Jane Doe")
    public = home / "key.pub"
    public.write_text(f"ssh-ed25519 {BLOB}\n")
    if shutil.which("ssh-keygen"):
        said = subprocess.run(["ssh-keygen", "-lf", public], capture_output=True, text=True)
        assert key["fingerprint"] in said.stdout


@pytest.mark.parametrize(
    "text", ["", "password\n", "publickey ssh-ed25519\n", "publickey ssh-ed25519 !!!\n", "\0\xff"]
)
def test_what_says_nothing_of_a_key_is_none(home: Path, text: str) -> None:
    assert found(None, authenticated(home, text))["key"] is None


def test_a_key_that_is_nowhere_listed_has_no_comment(home: Path) -> None:
    told = found(None, authenticated(home, f"publickey ssh-ed25519 {BLOB}\n"))["key"]
    assert isinstance(told, dict)
    assert told["comment"] is None
