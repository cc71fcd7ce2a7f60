# shellcheck shell=bash
# What must be there before anything starts: Java, SuperCollider, JACK; installed where that can be.

install_allowed=yes
# What is missing, as programs and as Debian packages.
missing=()
packages=()

# Sets java to a Java of version 17 or later, and java_version to its number.
find_java() {
    java=${JAVA_HOME:+$JAVA_HOME/bin/}java
    has "$java" || fail "$EXIT_MISSING" "there is no Java at '$java';" \
        "install JDK 17 or later (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless)"
    java_version=$("$java" -version 2>&1 | sed -n '/version "/{s/.*version "\([0-9]*\).*/\1/p;q;}')
    [ "${java_version:-0}" -ge 17 ] || fail "$EXIT_MISSING" \
        "'$java' is Java ${java_version:-of unknown version};" \
        "set JAVA_HOME to a JDK of version 17 or later"
}

find_maven() {
    has mvn || fail "$EXIT_MISSING" "Maven is not installed;" \
        "install it (Debian, Ubuntu: apt-get install maven)"
}

# need PROGRAM PACKAGE: notes a program that is not there.
need() {
    if ! has "$1"; then
        missing+=("$1")
        packages+=("$2")
    fi
}

need_scsynth() {
    if [ ! -x /Applications/SuperCollider.app/Contents/Resources/scsynth ]; then
        need scsynth supercollider-server
    fi
}

# SuperCollider's language, if something asks for it: code to be run at boot has to have it; a script
# of commands does without, and leaves out what is in sclang:ifthere.
need_sclang() {
    if grep -qs '^ *program *= *"..*"' "$home/conf/org.scaena.sclang.config" ||
        [ -x /Applications/SuperCollider.app/Contents/MacOS/sclang ]; then
        return
    fi
    if [ -e "$home/conf/boot.scd" ]; then
        need sclang supercollider-language
    elif [ -n "$script" ] && grep -q 'sclang:' "$script" && ! has sclang; then
        if may_install; then
            need sclang supercollider-language
        else
            say "sclang not found; what needs it is left out"
        fi
    fi
}

# PipeWire brings a JACK of its own; macOS has no need of one.
need_jack() {
    if ! has pw-jack && [ "$(uname)" != Darwin ]; then
        need jackd jackd2
    fi
}

# Installs what was noted as missing.
install_missing() {
    [ ${#missing[@]} -gt 0 ] || return 0
    local list="${missing[*]}"
    list=${list// /, }
    if [ "$install_allowed" = no ] || ! has apt-get; then
        fail "$EXIT_MISSING" "$list not found; install with: $(install_command)"
    fi
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        may_sudo || fail "$EXIT_MISSING" \
            "$list not found and no right to install; run as root: $(install_command)"
        root=(sudo)
    fi
    say "$list not found; installing ${packages[*]}"
    apt_install "${root[@]}"
    local program
    for program in "${missing[@]}"; do
        has "$program" || fail "$EXIT_MISSING" \
            "$program is still missing after installing ${packages[*]}; is it on the PATH?"
    done
}

may_install() {
    [ "$install_allowed" = yes ] && has apt-get && { [ "$(id -u)" -eq 0 ] || may_sudo; }
}

may_sudo() {
    has sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }
}

# The command that installs what is missing on this system.
install_command() {
    if has apt-get; then
        echo "apt-get install ${packages[*]}"
    elif has dnf; then
        echo "dnf install supercollider jack-audio-connection-kit"
    elif has pacman; then
        echo "pacman -S supercollider jack2"
    elif has zypper; then
        echo "zypper install supercollider jack"
    elif has brew; then
        echo "brew install --cask supercollider"
    else
        echo "the package manager of this system: SuperCollider and JACK 2 (on Debian ${packages[*]})"
    fi
}

# apt_install [sudo]: installs the packages; reads the lists of packages first if need be.
apt_install() {
    local log
    log=$(mktemp "${TMPDIR:-/tmp}/scaena-apt.XXXXXX") || exit "$EXIT_INTERNAL"
    if ! apt-cache show "${packages[@]}" >/dev/null 2>&1; then
        say "reading the lists of packages"
        apt "$log" "$@" update
    fi
    if ! apt "$log" "$@" install && ! { apt "$log" "$@" update && apt "$log" "$@" install; }; then
        fail "$EXIT_MISSING" "installing ${packages[*]} failed: $(apt_error "$log");" \
            "see $log and install by hand: $(install_command)"
    fi
    rm -f "$log"
}

# apt LOG [sudo] update|install
apt() {
    local log=$1 root=() arguments=(update)
    shift
    if [ "$1" = sudo ]; then
        root=(sudo)
        shift
    fi
    if [ "$1" = install ]; then
        arguments=(install -y --no-install-recommends "${packages[@]}")
    fi
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -o DPkg::Lock::Timeout=120 "${arguments[@]}" </dev/null 2>&1 |
        tee -a "$log" | apt_progress
}

apt_progress() {
    local line
    while IFS= read -r line; do
        case $line in
            'Need to get '* | 'Setting up '*) say "  $line" ;;
        esac
    done
}

apt_error() {
    sed -n 's/^E: //p' "$1" | head -n 1
}

# require_writable DIRECTORY…: makes them and proves that files can be made there.
require_writable() {
    local directory
    for directory; do
        if ! { mkdir -p "$directory" && : >"$directory/.writable" &&
            rm -f "$directory/.writable"; } 2>/dev/null; then
            fail "$EXIT_DIRECTORY" "cannot write to $directory;" \
                "make it a directory that $(id -un) may write to"
        fi
    done
}

# Sets private to words before which a command gets a /dev/shm of its own, if this system lets us:
# the machine has places for eight JACK servers, and one that is killed keeps its place.
private_shm() {
    local uid gid
    uid=$(id -u)
    gid=$(id -g)
    # shellcheck disable=SC2016
    if [ "$uid" -eq 0 ]; then
        private=(unshare --mount sh -c 'mount -t tmpfs tmpfs /dev/shm && exec "$@"' private)
    else
        private=(unshare --user --map-root-user --mount
            sh -c 'mount -t tmpfs tmpfs /dev/shm && exec unshare "$@"' private
            --user --map-user="$uid" --map-group="$gid" --)
    fi
    "${private[@]}" true 2>/dev/null || private=()
}
