#!/bin/sh
# Prints a Python of 3.11 or newer, 3.11 first (what is pinned is tested there); $PYTHON decides when set. Exits 1: none.
set -eu

for name in ${PYTHON:-python3.11 python3 python3.12 python3.13 python}; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        command -v "$name"
        exit 0
    fi
done
echo "No Python 3.11 or newer was found (looked for: ${PYTHON:-python3.11 python3 python3.12 python3.13 python})." >&2
exit 1
