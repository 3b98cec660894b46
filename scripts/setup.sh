#!/usr/bin/env bash
# Prepares this folder: system libraries, Python, virtual environment, locked dependencies, program.
#
# Usage: scripts/setup.sh [run|test]
#   run   what the program needs (the default)
#   test  the same, and the tools of the tests (a virtual screen, keyboard, system-call tracer)
#
# Safe to run at any time: it does only what is missing, and starts again where it was interrupted.
# PIP_* variables and pip's own configuration are respected. PYTHON=/path/to/python3.13 overrides
# the search for one; COACH_SKIP_SYSTEM=1 leaves the system's libraries unchecked.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
PATH="$PATH:/usr/sbin:/sbin" # ldconfig is there, and a plain user's PATH may not be

purpose="${1:-run}"
venv=.venv
stamp="$venv/.setup-stamp"
unfinished="$venv/.setup-unfinished"

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "Set-up stopped: $1"
  [ $# -lt 2 ] || say "$2"
  exit 1
}

# --- System libraries -------------------------------------------------------------------------
# shared library (or command) : Debian package
# Without these neither Qt nor OpenCV can be imported.
core_needs=(
  libEGL.so.1:libegl1
  libGL.so.1:libgl1
  libxkbcommon.so.0:libxkbcommon0
  libdbus-1.so.3:libdbus-1-3
  libfontconfig.so.1:libfontconfig1
  libfreetype.so.6:libfreetype6
  libglib-2.0.so.0:libglib2.0-0
  libgthread-2.0.so.0:libglib2.0-0
  libpulse.so.0:libpulse0
  libX11.so.6:libx11-6
  libgssapi_krb5.so.2:libgssapi-krb5-2
  libbrotlidec.so.1:libbrotli1
  libstdc++.so.6:libstdc++6
  libzstd.so.1:libzstd1
  libz.so.1:zlib1g
)
# Without these no window can open on an X11 screen, or it shows no letters.
window_needs=(
  libXext.so.6:libxext6
  libXrandr.so.2:libxrandr2
  libX11-xcb.so.1:libx11-xcb1
  libxcb-cursor.so.0:libxcb-cursor0
  libxcb-glx.so.0:libxcb-glx0
  libxcb-icccm.so.4:libxcb-icccm4
  libxcb-image.so.0:libxcb-image0
  libxcb-keysyms.so.1:libxcb-keysyms1
  libxcb-randr.so.0:libxcb-randr0
  libxcb-render.so.0:libxcb-render0
  libxcb-render-util.so.0:libxcb-render-util0
  libxcb-shape.so.0:libxcb-shape0
  libxcb-shm.so.0:libxcb-shm0
  libxcb-sync.so.1:libxcb-sync1
  libxcb-util.so.1:libxcb-util1
  libxcb-xfixes.so.0:libxcb-xfixes0
  libxcb-xkb.so.1:libxcb-xkb1
  libxkbcommon-x11.so.0:libxkbcommon-x11-0
  fonts:fonts-dejavu-core
)
# Nice to have: windows on Wayland without its X11 stand-in, tones and a speaking voice (every cue is
# on the screen too).
optional_needs=(
  libpulse.so.0:libpulse0
  libwayland-cursor.so.0:libwayland-cursor0
  libspeechd.so.2:libspeechd2
  speech-dispatcher:speech-dispatcher
  sd_espeak-ng:speech-dispatcher-espeak-ng
)
test_needs=(
  Xvfb:xvfb
  xdotool:xdotool
  strace:strace
)

loader_cache=""
lists_fresh=0

present() { # $1: a shared library, a command, "fonts", or a module of speech-dispatcher
  case "$1" in
    *.so.*) [[ "$loader_cache" == *"$1 "* ]] ;;
    fonts) compgen -G '/usr/share/fonts/*/*/*' >/dev/null ;;
    sd_*) [ -x "/usr/lib/speech-dispatcher-modules/$1" ] ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

known_package() { # $1: a package's name in Debian 12; prints it as this release calls it
  # Since Debian 13 and Ubuntu 24.04 some libraries carry "t64" in their names.
  if command -v apt-cache >/dev/null 2>&1 && [ -z "$(apt-cache policy "$1" 2>/dev/null |
    sed -n 's/^ *Candidate: *\([^(].*\)/\1/p')" ] &&
    [ -n "$(apt-cache policy "$1t64" 2>/dev/null | sed -n 's/^ *Candidate: *\([^(].*\)/\1/p')" ]; then
    printf '%st64\n' "$1"
  else
    printf '%s\n' "$1"
  fi
}

missing_of() { # prints the packages of those needs that are not there, one a line, no doubles
  local need
  for need in "$@"; do
    present "${need%%:*}" || printf '%s\n' "${need#*:}"
  done | sort -u
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

apt_install() { # packages...; quiet unless it fails
  command -v apt-get >/dev/null 2>&1 || return 1
  as_root true || return 1
  say "Installing system packages: $*"
  local log
  log="$(mktemp)"
  local options=(-y --no-install-recommends -o DPkg::Lock::Timeout=120)
  as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a >"$log" 2>&1 || true
  if [ "$lists_fresh" -eq 0 ]; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >>"$log" 2>&1 || true
    lists_fresh=1
  fi
  if as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" "$@" \
    >>"$log" 2>&1 </dev/null; then
    rm -f "$log"
    return 0
  fi
  tail -n 15 "$log" >&2
  rm -f "$log"
  return 1
}

apt_line() { printf '  sudo apt-get install --no-install-recommends %s\n' "$*"; }

how_to_get() { # packages...
  if command -v apt-get >/dev/null 2>&1; then
    printf 'Please type:\n%s\nand start again.' "$(apt_line "$@")"
  else
    printf 'Please install what your system calls (names as in Debian): %s' "$*"
  fi
}

system_libraries() {
  [ "$(uname -s)" = Linux ] && [ -z "${COACH_SKIP_SYSTEM:-}" ] || return 0
  loader_cache="$(ldconfig -p 2>/dev/null || true)"
  local core window optional tools=""
  core="$(missing_of "${core_needs[@]}")"
  window="$(missing_of "${window_needs[@]}")"
  optional="$(missing_of "${optional_needs[@]}")"
  [ "$purpose" != test ] || tools="$(missing_of "${test_needs[@]}")"

  local needed="$core $window $tools"
  if [ -n "${needed// /}" ]; then
    # shellcheck disable=SC2086 # a list of words
    apt_install $needed || true
    loader_cache="$(ldconfig -p 2>/dev/null || true)"
    core="$(missing_of "${core_needs[@]}")"
    window="$(missing_of "${window_needs[@]}")"
    [ "$purpose" != test ] || tools="$(missing_of "${test_needs[@]}")"
  fi
  # shellcheck disable=SC2086
  if [ -n "$core" ]; then
    fail "system libraries are missing." "$(how_to_get $core $window $tools)"
  elif [ -n "$window" ] && [ -n "${DISPLAY:-}" ]; then
    fail "libraries for the window are missing." "$(how_to_get $window $tools)"
  elif [ -n "$window$tools" ]; then
    say "Going on without these; what needs them is left out. $(how_to_get $window $tools)"
  fi

  if [ -n "$optional" ] && [ ! -e "$venv/.optional-tried" ]; then
    # shellcheck disable=SC2086
    apt_install $optional || say "Optional, for the voice and Wayland: $(apt_line $optional)"
    optional_tried=1
  fi
}

# --- Python and the virtual environment -------------------------------------------------------
usable_python() { # succeeds for a working CPython 3.11 to 3.14, 64-bit, with its lock
  "$1" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 14)
and sys.implementation.name == "cpython" and sys.maxsize > 2**32
and getattr(sys, "_is_gil_enabled", lambda: True)()))' 2>/dev/null
}

has_venv() { "$1" -c 'import venv, ensurepip' 2>/dev/null; }

apt_has_usable_python() { # whether the system's packages would bring one: never promise in vain
  local candidate
  command -v apt-cache >/dev/null 2>&1 || return 1
  candidate="$(apt-cache policy python3 2>/dev/null | sed -n 's/^ *Candidate: *3\.\([0-9]*\).*/\1/p')"
  [ -n "$candidate" ] && [ "$candidate" -ge 11 ] && [ "$candidate" -le 14 ]
}

find_python() { # prints the first usable Python that can make an environment
  local name path candidates=()
  [ -z "${PYTHON:-}" ] || candidates+=("$PYTHON")
  for name in python3 python3.13 python3.12 python3.11 python3.14; do
    # Every one on the PATH: the first may be a version manager's wrapper that does not run.
    while IFS= read -r path; do candidates+=("$path"); done < <(type -aP "$name" || true)
  done
  for path in "${candidates[@]}"; do
    if usable_python "$path" && has_venv "$path"; then
      printf '%s\n' "$path"
      return 0
    fi
  done
  for path in "${candidates[@]}"; do
    if usable_python "$path"; then
      name="python$("$path" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
      if apt_install "$name" && has_venv "$path"; then
        printf '%s\n' "$path"
        return 0
      fi
      fail "$path cannot make a virtual environment." "$(how_to_get "$name")"
    fi
  done
  local found="none was found"
  ! command -v python3 >/dev/null 2>&1 || found="this machine has $(python3 --version 2>&1)"
  if apt_has_usable_python && apt_install python3 python3-venv; then
    printf '/usr/bin/python3\n'
    return 0
  elif apt_has_usable_python; then
    fail "Python 3.11 to 3.14 is needed; $found." "$(how_to_get python3 python3-venv)"
  fi
  fail "Python 3.11 to 3.14 is needed; $found, and its packages offer no such one." \
    "Install one of these (python.org, or your system's newer release), then: PYTHON=/path/to/it make run"
}

digest() { # of everything the environment is made from, and of where it stands
  local sum=sha256sum
  command -v sha256sum >/dev/null 2>&1 || sum="shasum -a 256"
  # shellcheck disable=SC2086
  { cat requirements.lock models.lock pyproject.toml scripts/setup.sh && pwd -P &&
    "$venv/bin/python" -VV; } 2>/dev/null | $sum | cut -d' ' -f1
}

models=coach/capture/models
ready() {
  [ ! -e "$unfinished" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(digest)" ] &&
    [ -f "$models/face_landmark_with_attention.tflite" ] &&
    [ -f "$models/face_detection_short_range.tflite" ]
}

make_environment() {
  local python moved=0
  if [ -f "$venv/pyvenv.cfg" ] && [ -f "$stamp.place" ] &&
    [ "$(cat "$stamp.place")" != "$(pwd -P)" ]; then
    moved=1 # an environment's commands carry its folder's name
  fi
  if [ "$moved" -eq 0 ] && [ ! -e "$unfinished" ] && [ -x "$venv/bin/python" ] &&
    usable_python "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    return 0
  fi
  python="$(find_python)"
  say "Making a virtual environment with $("$python" --version) in $venv"
  rm -rf "$venv"
  "$python" -m venv "$venv"
}

check_platform() {
  local machine
  machine="$(uname -sm)"
  case "$machine" in
    "Linux x86_64" | "Linux aarch64" | "Darwin arm64") ;;
    *) fail "the landmark engine is not published for $machine." \
      "It runs on Linux (x86-64, arm64), macOS (Apple silicon) and Windows (x86-64)." ;;
  esac
}

install_packages() {
  local pip=("$venv/bin/python" -m pip --disable-pip-version-check --no-input)
  [ -t 2 ] || pip+=(-qq) # a person who waits sees the progress, a log only what goes wrong
  if [ -f "$stamp" ]; then
    say "Bringing the installed packages up to the lock"
  else
    say "Installing the locked packages (the first time it takes minutes and 1.3 GB of disk)"
  fi
  : >"$unfinished"
  # The lock is complete (--no-deps), every file is checked against it (--require-hashes), and
  # nothing is built from foreign source (--only-binary).
  "${pip[@]}" install --require-hashes --no-deps --only-binary :all: -r requirements.lock ||
    fail "the packages could not be installed." \
      "Check the network and the disk's free space (2 GB), then start again."
  PIP_NO_BUILD_ISOLATION=1 PIP_REQUIRE_HASHES=0 \
    "${pip[@]}" install --no-build-isolation --no-deps --editable . ||
    fail "the program itself could not be installed."
  # The models of the landmark engine: two files of one wheel, checked by hash before and after.
  "$venv/bin/python" scripts/fetch_models.py ||
    fail "the landmark models could not be fetched." \
      "Check the network and the disk's free space, then start again."
  rm -f "$unfinished"
}

# --- The whole --------------------------------------------------------------------------------
if command -v flock >/dev/null 2>&1; then
  exec 9>.setup-stamp.lock
  flock 9 # two at once would write into one environment
fi

optional_tried=0
system_libraries
if ! ready; then
  check_platform
  make_environment
  install_packages
  pwd -P >"$stamp.place"
  digest >"$stamp"
  say "Set-up done."
fi
[ "$optional_tried" -eq 0 ] || : >"$venv/.optional-tried"
