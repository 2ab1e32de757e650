#!/usr/bin/env bash
# Lints the protos and looks for breaking changes since the last tag. Needs Node; Google's API protos come from the
# NuGet package that the build uses, so a restore must have run.
set -euo pipefail
cd "$(dirname "$0")/.."

buf=(npx --yes @bufbuild/buf@1.75.0)
version=$(sed -n 's/.*Include="Google.Api.CommonProtos" Version="\([^"]*\)".*/\1/p' Directory.Packages.props)
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
google=$packages/google.api.commonprotos/$version/content/protos/google
[ -d "$google" ] || { echo "protos: $google is not there; run 'dotnet restore' first" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Lays one state of our protos into a folder of its own, with those that they import.
lay() {
  mkdir -p "$1/google"
  cp -r "$google/api" "$google/rpc" "$google/type" "$1/google/"
}

lay "$work/now"
cp -r protos/. "$work/now/"
"${buf[@]}" lint "$work/now"
"${buf[@]}" format --diff --exit-code "$work/now" --path "$work/now/recap"
echo "protos: lint and format clean"

if tag=$(git describe --tags --abbrev=0 2>/dev/null) && git cat-file -e "$tag:protos/buf.yaml" 2>/dev/null; then
  lay "$work/then"
  git archive "$tag" protos | tar -x -C "$work/then" --strip-components=1
  "${buf[@]}" breaking "$work/now" --against "$work/then"
  echo "protos: nothing breaks since $tag"
else
  echo "protos: no tag to compare with yet"
fi
