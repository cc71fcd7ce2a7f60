# shellcheck shell=bash disable=SC2034
# What the launcher says, and the codes it ends with; the same as in the bundle org.scaena.host.

readonly EXIT_INTERNAL=1 EXIT_USAGE=2 EXIT_MISSING=3 EXIT_DIRECTORY=6 EXIT_RUNNING=7 EXIT_IDLE=8
readonly EXIT_MEMORY=10

say() {
    printf 'scaena: %s\n' "$*"
}

# fail CODE SENTENCE: the sentence names the thing and the remedy.
fail() {
    local code=$1
    shift
    printf 'scaena: %s\n' "$*" >&2
    exit "$code"
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# unknown KIND WORD CANDIDATE…: fails with the candidate nearest to the word.
unknown() {
    local kind=$1 word=$2 near
    shift 2
    near=$(nearest "$word" "$@")
    if [ -n "$near" ]; then
        fail "$EXIT_USAGE" "there is no $kind '$word'; did you mean '$near'?"
    fi
    fail "$EXIT_USAGE" "there is no $kind '$word'; there are: $*"
}

# nearest WORD CANDIDATE…: the candidate with the fewest edits (letters added, left out, changed or
# swapped), if they are at most half the word.
nearest() {
    local word=$1
    shift
    printf '%s\n' "$@" | WORD=$word awk '
        function least(a, b, c) { if (b < a) a = b; return c < a ? c : a }
        function swapped(s, i, t, j) {
            return i > 1 && j > 1 && substr(s, i - 1, 1) substr(s, i, 1) == \
                substr(t, j, 1) substr(t, j - 1, 1)
        }
        function edits(s, t,   i, j, d) {
            for (i = 0; i <= length(s); i++) d[i, 0] = i
            for (j = 0; j <= length(t); j++) d[0, j] = j
            for (i = 1; i <= length(s); i++)
                for (j = 1; j <= length(t); j++) {
                    d[i, j] = least(d[i - 1, j] + 1, d[i, j - 1] + 1,
                        d[i - 1, j - 1] + (substr(s, i, 1) != substr(t, j, 1)))
                    if (swapped(s, i, t, j) && d[i - 2, j - 2] + 1 < d[i, j])
                        d[i, j] = d[i - 2, j - 2] + 1
                }
            return d[length(s), length(t)]
        }
        BEGIN { word = tolower(ENVIRON["WORD"]); best = length(word) / 2 + 0.1 }
        { n = edits(word, $0); if (n < best) { best = n; found = $0 } }
        END { print found }'
}
