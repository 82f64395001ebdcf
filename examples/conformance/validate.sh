#!/bin/sh
# Plugs the province's tool into the conformance kit: a validator that knows nothing of Java, seen from the kit.
#
# The kit writes one question a line, a JSON object, and closes standard input. This script gives all packages of one profile to
# the tool at once, because starting it is slow, and writes one answer a line. Any program that does the same will do.
#
#   validate.sh [COMMAND...]     COMMAND is the tool; by default the jar that the build of this project makes
set -eu

here=$(cd "$(dirname "$0")" && pwd)
if [ $# -eq 0 ]; then
    set -- java -jar "$here/../province-intake/target/xuemeng-intake.jar"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each question as three columns: profile, id, package. The kit writes its members in this order.
tab=$(printf '\t')
sed -n 's/.*"id":"\([^"]*\)","package":"\([^"]*\)","profile":"\([^"]*\)".*/\3'"$tab"'\1'"$tab"'\2/p' > "$work/questions"

# The tool names its inputs in its report, so each gets the id of its question for a name.
for profile in $(cut -f 1 "$work/questions" | sort -u); do
    mkdir "$work/$profile"
done
while IFS="$tab" read -r profile id package; do
    cp "$package" "$work/$profile/$id.zip"
done < "$work/questions"

for profile in lom alliance textbook content-object; do
    [ -d "$work/$profile" ] || continue
    # 0 and 1 are verdicts; anything else means that the tool did not do its work.
    code=0
    "$@" validate --lang en --profile "$profile" --report "$work/$profile.jsonl" "$work/$profile" >&2 || code=$?
    [ "$code" -le 1 ] || exit "$code"
    # One line of the tool's report is one answer. Within a text a quote is escaped, so what is matched here is never text.
    awk '
        /^\{"package":/ {
            line = $0
            match(line, /^\{"package":"[^"]*\.zip"/)
            id = substr(line, 1, RLENGTH - 5)
            sub(/.*\//, "", id)
            outcome = line ~ /"verdict":"accepted"/ ? "accepted" : "rejected"
            reasons = ""
            while (match(line, /"id":"[A-Za-z-]*-[0-9]*","severity":"[A-Z]*"/)) {
                found = substr(line, RSTART, RLENGTH)
                line = substr(line, RSTART + RLENGTH)
                split(found, part, "\"")
                severity = part[8] == "FATAL" ? "error" : tolower(part[8])
                reasons = reasons (reasons == "" ? "" : ",") \
                    "{\"requirement\":\"" part[4] "\",\"severity\":\"" severity "\"}"
            }
            print "{\"id\":\"" id "\",\"outcome\":\"" outcome "\",\"reasons\":[" reasons "]}"
        }' "$work/$profile.jsonl"
done
