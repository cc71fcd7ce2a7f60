# shellcheck shell=bash disable=SC2034,SC2154
# Builds the source tree, tests and measures it.

# build_if_stale MODULE [FOLDER]: builds a module, and what it needs, if a source is newer. Sources
# are all that the distribution is made of, and the folder.
build_if_stale() {
    [ -n "$sources" ] || return 0
    local target=$sources/$1/target
    is_stale "$target" ${2+"$2"} || return 0
    find_maven
    require_writable "$target"
    say "building; the first time takes minutes, as Maven fetches what it needs"
    touch "$target/.building"
    if ! package "$1" 2>&1 | tee "$target/build.log" | build_progress; then
        grep -m 5 '^\[ERROR\]' "$target/build.log" >&2
        fail "$EXIT_INTERNAL" "the build failed; see $target/build.log"
    fi
    mv "$target/.building" "$target/.built"
}

# is_stale TARGET [FOLDER]
is_stale() {
    local built=$1/.built
    shift
    [ -e "$built" ] && [ -e "$home/bin/felix.jar" ] || return 0
    [ -n "$(cd "$sources" && find pom.xml .mvn LICENSE bundles features distribution "$@" \
        \( -name target -o -path '*/src/test' \) -prune -o -type f -newer "$built" -print 2>/dev/null | head -n 1)" ]
}

# package MODULE; no -ntp: the lines about files that are fetched are counted. What measures needs the
# test kits of other modules, so tests are compiled there.
package() {
    local tests=maven.test.skip
    [ "$1" != itests/bench ] || tests=skipTests
    cd "$sources" && mvn -B "-D$tests=true" -Dspotless.check.skip=true \
        -pl "$1" -am package </dev/null
}

build_progress() {
    local line fetched=0
    while IFS= read -r line; do
        case $line in
            *' Downloaded from '*)
                fetched=$((fetched + 1))
                [ $((fetched % 100)) -ne 0 ] || say "  $fetched files fetched"
                ;;
            '[INFO] Building '*/*']') say "  ${line#'[INFO] Building '}" | tr -s ' ' ;;
        esac
    done
}

# run_tests [--no-install] ARG…
run_tests() {
    case ${1-} in
        --no-install) install_allowed=no && shift ;;
        --no-* | --ni* | --in*) unknown option "$1" --no-install ;;
        -h | --help) usage && return ;;
    esac
    [ -n "$sources" ] ||
        fail "$EXIT_USAGE" "'test' works in a source tree only; this is an unpacked archive"
    find_java
    find_maven
    need_scsynth
    need sclang supercollider-language
    need supernova supercollider-supernova
    need dot graphviz
    need_jack
    install_missing
    private_shm
    say "mvn -B -ntp -Pslow verify $*"
    cd "$sources" && exec ${private[@]+"${private[@]}"} mvn -B -ntp -Pslow verify "$@"
}
