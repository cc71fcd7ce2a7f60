# shellcheck shell=bash disable=SC2034,SC2154
# Servers that play on without a host: told from all other processes by the token in the ledger.

readonly keep_playing=$home/state/keep-playing

# left_servers: a line "NAME PID" for each.
left_servers() {
    local ledger name pid
    for ledger in "$home"/state/ledger-*.json; do
        case $ledger in *.previous.json | *.coming.json | *'*'*) continue ;; esac
        name=${ledger##*/ledger-}
        pid=$(in_run "$ledger" pid)
        if is_ours "$pid" "$(in_run "$ledger" token)"; then
            printf '%s %s\n' "${name%.json}" "$pid"
        fi
    done
}

# in_run LEDGER KEY: the value of the running process; nothing if none runs.
in_run() {
    sed -n "/^  \"run\": {/,/^  }/s/^ *\"$2\": \"*\([^\",]*\)\"*,*\$/\1/p" "$1" | head -n 1
}

# is_ours PID TOKEN: whether that process lives and has that token in its environment.
is_ours() {
    [ -n "$1" ] && [ -n "$2" ] && [ -r "/proc/$1/environ" ] &&
        tr '\0' '\n' <"/proc/$1/environ" 2>/dev/null | grep -qxF "SCAENA_TOKEN=$2"
}

# tell_left: says which servers play on; fails if none does.
tell_left() {
    local left name pid
    left=$(left_servers)
    [ -n "$left" ] || return 1
    while read -r name pid; do
        say "server $name plays on without a host, pid $pid;" \
            "take it over with: scaena run; end it with: scaena stop"
    done <<<"$left"
}

# end_left: ends servers that play on, and the jackd that was started for them; fails if none does.
end_left() {
    local left name pid jackd=$home/logs/jackd.properties
    left=$(left_servers)
    [ -n "$left" ] || return 1
    while read -r name pid; do
        end_process "$pid" "server $name"
    done <<<"$left"
    pid=$(sed -n 's/^pid=//p' "$jackd" 2>/dev/null)
    if is_ours "$pid" "$(sed -n 's/^token=//p' "$jackd" 2>/dev/null)"; then
        end_process "$pid" jackd
    fi
}

# end_process PID WHAT: asks it to end, and kills it after two seconds.
end_process() {
    local tenth
    kill -TERM "$1" 2>/dev/null
    for ((tenth = 0; tenth < 20; tenth++)); do
        kill -0 "$1" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "$1" 2>/dev/null
    say "$2 (pid $1) has ended"
}
