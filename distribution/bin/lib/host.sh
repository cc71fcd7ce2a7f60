# shellcheck shell=bash disable=SC2034,SC2154
# The host's process: start, ask, stop. What the host says of itself is in state/host.status.

readonly status_file=$home/state/host.status

# There once the heap of a JVM is used up.
readonly heap_used_up=$home/state/heap-used-up

# A small heap and the quick compiler: a host waits most of the time. Classes are loaded in bursts, at
# the start and when a bundle is replaced: 8 MiB for what is new spare every second collection then.
readonly host_flags=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms20m -XX:NewSize=8m -Xmx128m)

# run [--no-install] [--script FILE]
run() {
    script=
    while [ $# -gt 0 ]; do
        case $1 in
            --no-install) install_allowed=no ;;
            --script)
                [ -r "${2-}" ] || fail "$EXIT_USAGE" "--script needs a file that can be read," \
                    "not '${2-}'"
                script=$(readlink -f "$2")
                shift
                ;;
            -h | --help) usage && return ;;
            *) unknown option "$1" --no-install --script --help ;;
        esac
        shift
    done
    find_java
    if host_runs; then
        fail "$EXIT_RUNNING" "runs already (pid $(status_of pid)); end it with: scaena stop"
    fi
    build_if_stale distribution
    require_writable "$home/state" "$home/logs"
    grep -qs '^ *program *= *"..*"' "$home"/conf/org.scaena.server-*.config || need_scsynth
    need_jack
    need_sclang
    install_missing
    [ -z "$sources" ] || has_archive || rehearse
    take_lock
    start_host
}

# The lock is held by this shell and the JVM, however they end; programs they start do not get it.
take_lock() {
    has flock || return 0
    exec 9>>"$home/state/host.lock"
    flock -n 9 || fail "$EXIT_RUNNING" "another host is starting or ending in $home;" \
        "wait for it, or end it with: scaena stop"
}

start_host() {
    local flags=("${host_flags[@]}" -Xshare:auto)
    # Nothing can be relied on once an allocation has failed somewhere: the JVM ends on the spot.
    flags+=(-XX:+ExitOnOutOfMemoryError "-XX:OnOutOfMemoryError=touch state/heap-used-up")
    if [ "$java_version" -ge 24 ]; then
        flags+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
    fi
    share_classes
    rm -f "$keep_playing" "$heap_used_up"
    if [ -n "$script" ]; then
        flags+=(-Dscaena.script="$script")
    elif [ -t 0 ] && [ -t 1 ]; then
        flags+=(-Dscaena.shell=on)
    fi
    local extra=()
    read -r -a extra <<<"${SCAENA_JAVA_OPTS-}"
    local terminal=
    terminal=$(stty -g 2>/dev/null)
    cd "$home" || exit "$EXIT_INTERNAL"
    jvm=
    signalled=no
    asked=no
    trap end_host INT TERM HUP
    say "starting in $home"
    # A program in the background gets /dev/null as input unless it is told otherwise.
    "$java" "${flags[@]}" ${extra[@]+"${extra[@]}"} -Dscaena.home="$home" -Dscaena.launcher=scaena \
        -Dfelix.config.properties=file:conf/framework.properties -jar bin/felix.jar <&0 &
    jvm=$!
    [ "$signalled" = no ] || end_host
    wait_for_host
    local code=$?
    [ -z "$terminal" ] || stty "$terminal" 2>/dev/null
    rm -f "$status_file"
    conclude "$code"
}

end_host() {
    signalled=yes
    asked=yes
    [ -z "$jvm" ] || kill -TERM "$jvm" 2>/dev/null
}

# A signal interrupts wait, which is then called again.
wait_for_host() {
    local code
    while :; do
        signalled=no
        wait "$jvm"
        code=$?
        [ "$signalled" = yes ] || return "$code"
    done
}

# conclude CODE: 129, 130 and 143 are HUP, INT and TERM, after which the JVM ends in order.
conclude() {
    case $1 in
        0 | 129 | 130 | 143)
            # A host ends its servers itself, but for those of a module that was stopped before. Not
            # asked here it was by 'stop', which knows whether they are to play on.
            [ "$1" = 143 ] && [ "$asked" = no ] || end_left
            exit 0
            ;;
        137)
            tell_left || say "no server plays on"
            fail "$EXIT_INTERNAL" "the host was killed"
            ;;
        *)
            [ ! -e "$heap_used_up" ] || conclude_without_memory
            exit "$1"
            ;;
    esac
}

# The JVM could write nothing any more; its servers play on as after any other sudden end.
conclude_without_memory() {
    local cause="the host has used up its heap and was ended; a plugin that was added lately may hold \
too much, or the heap is too small: SCAENA_JAVA_OPTS=-Xmx256m gives it more"
    printf '%s ERROR %s\n' "$(date '+%F %T')" "$cause" >>"$home/logs/scaena.log"
    tell_left || say "no server plays on"
    fail "$EXIT_MEMORY" "$cause"
}

# status_of KEY: a value from the status file.
status_of() {
    sed -n "s/^$1=//p" "$status_file" 2>/dev/null | head -n 1
}

# Whether the process that wrote the status file lives; a pid alone could be another's by now.
host_runs() {
    local pid ticks
    pid=$(status_of pid)
    ticks=$(status_of startTicks)
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
    [ -z "$ticks" ] || [ ! -r "/proc/$pid/stat" ] || [ "$(start_ticks "$pid")" = "$ticks" ]
}

# start_ticks PID: field 22 of /proc/PID/stat, counted after the name, which may hold anything.
start_ticks() {
    sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20
}

status() {
    if ! host_runs; then
        say "no host runs in $home"
        tell_left
        exit "$EXIT_IDLE"
    fi
    say "host $(status_of version) is $(status_of state)," \
        "pid $(status_of pid), since $(status_of startTime)"
    sed -n 's/^server\.\([^=]*\)=\(.*\)/scaena: server \1 is \2/p' "$status_file"
}

# stop [--keep-playing]
stop() {
    local keep=no pid second
    while [ $# -gt 0 ]; do
        case $1 in
            --keep-playing) keep=yes ;;
            *) unknown option "$1" --keep-playing ;;
        esac
        shift
    done
    if ! host_runs; then
        if [ "$keep" = no ] && end_left; then
            return
        fi
        say "no host runs in $home; nothing to stop"
        tell_left
        return 0
    fi
    rm -f "$keep_playing"
    if [ "$keep" = yes ]; then
        : >"$keep_playing" || fail "$EXIT_DIRECTORY" "cannot write $keep_playing"
    fi
    pid=$(status_of pid)
    kill -TERM "$pid" 2>/dev/null || fail "$EXIT_INTERNAL" \
        "the host (pid $pid) belongs to another user; stop it as that user or as root"
    for ((second = 0; second < 20; second++)); do
        [ $((second % 5)) -eq 0 ] && say "stopping the host (pid $pid)"
        if wait_until_gone; then
            say "stopped"
            rm -f "$keep_playing"
            if [ "$keep" = no ]; then
                end_left
            else
                tell_left || say "no server plays on: see survivesHost in conf"
            fi
            return 0
        fi
    done
    fail "$EXIT_INTERNAL" "the host (pid $pid) does not end; end it with: kill -KILL $pid"
}

# Waits for at most a second.
wait_until_gone() {
    local tenth
    for ((tenth = 0; tenth < 10; tenth++)); do
        host_runs || return 0
        sleep 0.1
    done
    return 1
}
