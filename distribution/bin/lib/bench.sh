# shellcheck shell=bash disable=SC2034,SC2154
# Measures: the benchmarks of itests/bench, which is in the source tree only.

# run_bench [--no-install] [--json FILE] [NAME…]
run_bench() {
    [ -n "$sources" ] ||
        fail "$EXIT_USAGE" "'bench' works in a source tree only; this is an unpacked archive"
    local names=() arguments=() help=no
    while [ $# -gt 0 ]; do
        case $1 in
            --no-install) install_allowed=no ;;
            --json)
                [ $# -gt 1 ] || fail "$EXIT_USAGE" "--json wants the name of a file to write"
                arguments+=("$1" "$(absolute "$2")")
                shift
                ;;
            -h | --help) help=yes ;;
            -*) unknown option "$1" --json --no-install --help ;;
            *) names+=("$1") ;;
        esac
        shift
    done
    find_java
    build_if_stale itests/bench itests/bench
    if [ "$help" = yes ]; then
        bench_usage
        return
    fi
    check_names ${names[@]+"${names[@]}"}
    need_scsynth
    need_jack
    install_missing
    has_archive || rehearse
    private_shm
    bench_java ${arguments[@]+"${arguments[@]}"} ${names[@]+"${names[@]}"}
}

bench_usage() {
    cat <<END
scaena bench [--no-install] [--json FILE] [NAME…]

Measures, on a real scsynth of its own, and prints a table; all there is if no name is given.
--json FILE writes the figures for programs. There are:

END
    bench_java --list | sed 's/^/  /'
}

# check_names NAME…: fails with the name nearest to one that is not there.
check_names() {
    [ $# -gt 0 ] || return 0
    local known=() name
    read -r -d '' -a known < <(bench_java --list | cut -d ' ' -f 1)
    for name; do
        case " ${known[*]} " in
            *" $name "*) ;;
            *) unknown benchmark "$name" "${known[@]}" ;;
        esac
    done
}

bench_java() {
    local target=$sources/itests/bench/target
    ${private[@]+"${private[@]}"} "$java" -Xms256m -Xmx2g -cp "$target/classes:$(<"$target/classpath.txt")" \
        -Dscaena.home="$home" -Dscaena.bench.host="${host_flags[*]}" -Dscaena.bench.work="$target/work" \
        -Dscaena.bench.page="$sources/itests/bench" \
        -Dscaena.version="$(version | cut -d ' ' -f 2)" \
        -Dorg.slf4j.simpleLogger.logFile="$target/bench.log" \
        org.scaena.bench.Main "$@"
}

# absolute PATH: as the working directory may change.
absolute() {
    case $1 in
        /*) printf '%s\n' "$1" ;;
        *) printf '%s\n' "$PWD/$1" ;;
    esac
}
