#!/usr/bin/env bash
# Tries the server's own pages in a browser: the tool itself serves the sample site. Runs after .ci/widget.sh, which
# installs browser and packages.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build src/Recap.Cli -c Release -v quiet
cd src/Recap.Widget
[ -d node_modules/playwright-core ] || npm install --no-package-lock --no-audit --no-fund --loglevel=error
npm run --silent test:pages
