# Builds what is missing or older than its sources. Sourced by the commands; expects $root and JAVA_HOME.

services="gateway-service chat-service agent-service location-service conversation-service"

# Whether a built file is missing, or any source that goes into it is newer. Compared with the time of the file's last
# change of state (ctime): reproducible builds give jars a fixed modification time.
is_stale() {
    built=$1
    shift
    [ -f "$built" ] || return 0
    for source in "$@"; do
        [ -e "$source" ] || continue
        [ -z "$(find "$source" -type f -newermc "$built" 2>/dev/null | head -n 1)" ] || return 0
    done
    return 1
}

boot_jar() {
    ls -t "$root/$1/target/$1"-*-boot.jar 2>/dev/null | head -n 1
}

stale_modules() {
    if is_stale "$(launcher_jar)" "$root/deploy/local/src/main" "$root/deploy/local/pom.xml" "$root/pom.xml" ||
        [ ! -d "$root/deploy/local/target/lib" ]; then
        echo deploy/local
    fi
    for service in $services; do
        if [ -f "$root/$service/pom.xml" ] && is_stale "$(boot_jar "$service")" \
            "$root/$service/src/main" "$root/$service/pom.xml" \
            "$root/shared-contracts/src/main" "$root/shared-contracts/pom.xml" "$root/pom.xml"; then
            echo "$service"
        fi
    done
}

launcher_jar() {
    ls -t "$root/deploy/local/target"/parley-local-*.jar 2>/dev/null | head -n 1
}

# PARLEY_BUILD=false: the system tests run what the build that they are part of has made.
build_if_stale() {
    [ "${PARLEY_BUILD:-true}" != false ] || return 0
    modules=$(stale_modules | paste -s -d , -)
    [ -z "$modules" ] || build "$modules"
}

build() {
    command -v mvn >/dev/null || {
        echo "Maven 3.8 or newer is needed to build $1, and there is no mvn on the path." >&2
        return 1
    }
    log=$root/deploy/local/target/build.log
    mkdir -p "$root/deploy/local/target"
    echo "Building $1 (log: $log)"
    # The checks of style and the tests belong to mvn verify: here somebody waits.
    if (cd "$root" && mvn -B -pl "$1" -am package -Dmaven.test.skip=true -Djacoco.skip=true \
        -Dspotless.check.skip=true -Dcheckstyle.skip=true) 2>&1 | tee "$log" | build_progress; then
        mark_built "$1"
        echo "Built in $SECONDS s"
    else
        echo "The build failed:" >&2
        grep -E '^\[ERROR\]' "$log" | head -n 20 >&2
        return 1
    fi
}

# Maven leaves a jar alone whose content would be the same: it is fresh all the same.
mark_built() {
    for module in $(echo "$1" | tr , ' '); do
        for jar in "$root/$module"/target/*.jar; do
            [ ! -f "$jar" ] || touch "$jar"
        done
    done
}

# A line a module, and one now and then while an empty Maven cache fills. Fails when Maven did.
build_progress() {
    awk '
        /Downloaded from/ { if (++downloads % 100 == 0) { print "  " downloads " files downloaded"; fflush() } }
        /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ { sub(/^\[INFO\] Building /, ""); gsub(/ +/, " "); print "  " $0; fflush() }
        /^\[INFO\] BUILD SUCCESS/ { good = 1 }
        END { exit !good }'
}
