# Runs the launcher. Sourced by the commands; expects $root and JAVA_HOME.

# The launcher runs from a copy of its jar: a build beside a running stack replaces the original.
prepare_launcher() {
    target=$root/deploy/local/target
    mkdir -p "$target/launcher"
    # The broker's AOT cache knows its jar by its time too.
    ! cmp -s "$(launcher_jar)" "$target/launcher/parley-local.jar" || return 0
    cp "$(launcher_jar)" "$target/launcher/new.$$"
    mv "$target/launcher/new.$$" "$target/launcher/parley-local.jar"
}

# Takes the place of the shell it runs in, so that signals reach it.
launcher() {
    exec "$JAVA_HOME/bin/java" -Xmx64m -Xss512k -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 \
        --sun-misc-unsafe-memory-access=allow "-Dparley.root=$root" \
        -cp "$root/deploy/local/target/launcher/parley-local.jar:$root/deploy/local/target/lib/*" \
        dev.parley.local.command.Launcher "$@"
}

# For commands that only look or ask: builds the launcher when it is not there yet.
ask_launcher() {
    [ -n "$(launcher_jar)" ] || build deploy/local
    [ -f "$root/deploy/local/target/launcher/parley-local.jar" ] || prepare_launcher
    launcher "$@"
}

# Runs the launcher in a process group of its own, so that Ctrl-C reaches this script alone and the services are not cut
# off at once: the launcher stops them in order.
supervise() {
    command=$1
    shift
    parent="--parent $$"
    for argument in "$@"; do
        if [ "$argument" = --detach ]; then
            # What stays behind must not hear that the terminal was closed.
            trap '' HUP
            parent=""
        fi
    done
    set -m
    # shellcheck disable=SC2086 # an option and its value, or nothing
    launcher "$command" $parent "$@" </dev/null &
    child=$!
    # With job control on, wait would return at once, again and again, while the launcher is stopped (Ctrl-Z, kill -STOP).
    set +m
    trap 'kill -TERM "$child" 2>/dev/null' INT TERM
    [ -z "$parent" ] || trap 'kill -TERM "$child" 2>/dev/null' HUP
    code=0
    while :; do
        wait "$child"
        code=$?
        kill -0 "$child" 2>/dev/null || break
    done
    # A signal may have ended the last wait; the child's own code is still to be had.
    wait "$child" 2>/dev/null
    last=$?
    [ "$last" = 127 ] || code=$last
    return "$code"
}
