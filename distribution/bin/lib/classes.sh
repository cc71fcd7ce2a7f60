# shellcheck shell=bash disable=SC2154
# Class-data sharing: a run leaves an archive of its classes, with which later runs start a quarter
# of a second sooner. In a source tree a rehearsal after the build makes it for the first run too.

# Adds to flags. The JVM ignores an archive that does not fit, and is told to be silent about it.
share_classes() {
    flags+=(-Xlog:disable -Xlog:all=error:stderr "-Xlog:cds*=off:stderr")
    if has_archive; then
        flags+=(-XX:SharedArchiveFile="$(archive)")
    else
        flags+=(-XX:ArchiveClassesAtExit="$(archive)")
    fi
}

archive() {
    printf '%s\n' "$home/state/classes-$java_version.jsa"
}

# Whether there is an archive, newer than Java and all bundles.
has_archive() {
    local archive file
    archive=$(archive)
    for file in "$(readlink -f "$(command -v "$java")")" "$home"/bundles/*.jar; do
        [ "$archive" -nt "$file" ] || return 1
    done
}

# Starts and ends a host elsewhere, with a server of its own, and keeps the archive that it leaves.
rehearse() {
    has scsynth && has jackd || return 0
    local stage=$home/state/rehearsal line private=()
    say "rehearsing a start, so that all later ones are quicker"
    rm -rf "$stage"
    mkdir -p "$stage/deploy" "$stage/logs" "$stage/state"
    cp -a "$home/bin" "$home/bundles" "$home/conf" "$stage"
    rm -f "$stage"/conf/org.scaena.server-*.config
    cat >"$stage/conf/org.scaena.server-rehearsal.config" <<END
name="rehearsal"
port=I"$((20000 + RANDOM % 12000))"
audio="DUMMY"
jackServer="scaena-rehearsal-$$"
END
    private_shm
    SCAENA_JAVA_OPTS='' ${private[@]+"${private[@]}"} \
        "$stage/bin/scaena" run --no-install </dev/null 2>&1 |
        while IFS= read -r line; do
            case $line in
                *' ready: '*) "$stage/bin/scaena" stop >/dev/null ;;
            esac
        done
    mv -f "$stage/state/classes-$java_version.jsa" "$home/state" 2>/dev/null
    rm -rf "$stage"
}
