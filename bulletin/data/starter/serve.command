#!/bin/sh
# Double-click: preview of this site in the browser. Close the window to stop.
cd "$(dirname "$0")" || exit 1
if command -v bulletin >/dev/null 2>&1; then
  exec bulletin serve --open
fi
exec python3 -m bulletin serve --open
