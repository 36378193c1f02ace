#!/bin/sh
# Installs the system libraries that the wheels of the base load on Debian and Ubuntu, where they are missing.
# `system_packages.sh window` adds what opens a window on an X11 screen, `test` also a screen without a monitor (Xvfb).
# As root: by apt-get. Otherwise: prints the one line that does it and exits 1. Elsewhere than on Linux: nothing to do.
set -eu

[ "$(uname -s)" = Linux ] || exit 0

# library that is loaded: package that has it. Qt (QtGui, offscreen) loads all but the last; moderngl loads EGL and GL;
# swrast_dri.so is Mesa's software renderer, for machines without a GPU.
WANTED="
libEGL.so.1:libegl1
libGL.so.1:libgl1
libxkbcommon.so.0:libxkbcommon0
libfontconfig.so.1:libfontconfig1
libdbus-1.so.3:libdbus-1-3
libglib-2.0.so.0:libglib2.0-0
libEGL_mesa.so.0:libegl-mesa0
swrast_dri.so:libgl1-mesa-dri
"
WINDOW="
libxkbcommon-x11.so.0:libxkbcommon-x11-0
libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4
libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-shape.so.0:libxcb-shape0
"
case ${1:-} in
window) WANTED="$WANTED$WINDOW" ;;
test) if [ "$(id -u)" -eq 0 ]; then WANTED="$WANTED$WINDOW Xvfb:xvfb"; fi ;;
esac

has_library() {
    case $1 in
    Xvfb) command -v Xvfb ;;
    swrast_dri.so) ls /usr/lib/*/dri/swrast_dri.so /usr/lib/dri/swrast_dri.so /usr/lib64/dri/swrast_dri.so ;;
    *) PATH="$PATH:/sbin:/usr/sbin" ldconfig -p | grep -F "$1 " ;;
    esac 2>/dev/null | grep -q .
}

missing=""
for pair in $WANTED; do
    has_library "${pair%%:*}" || missing="$missing ${pair#*:}"
done
# The standard library's venv is a package of its own on Debian; it comes with the interpreter's version.
python=$("$(dirname "$0")/find_python.sh" 2>/dev/null || true)
if [ -z "$python" ]; then
    missing="$missing python3 python3-venv"
elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    missing="$missing $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
fi
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "These system libraries are missing (names as in Debian):$missing. Install them with your package manager." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "System packages are missing. Run this line, then make again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing" >&2
    exit 1
fi
echo "Installing system packages:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # a list of package names
if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing; } \
    >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "apt-get could not install:$missing" >&2
    exit 1
fi
