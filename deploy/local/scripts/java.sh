# Finds a JDK of at least 25 and sets JAVA_HOME to it. Sourced by the commands.

wanted_java=25

# The feature number of the JDK in a folder, 0 when there is none.
java_version_of() {
    [ -x "$1/bin/javac" ] || { echo 0; return; }
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    echo "${version:-0}"
}

java_of_path() {
    program=$(command -v javac) || return 0
    while [ -L "$program" ]; do
        target=$(readlink "$program")
        case $target in /*) program=$target ;; *) program=$(dirname "$program")/$target ;; esac
    done
    dirname "$(dirname "$program")"
}

find_java() {
    for candidate in "${JAVA_HOME:-/nowhere}" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
        "$HOME"/.jdks/* "$(java_of_path)"; do
        if [ "$(java_version_of "$candidate")" -ge "$wanted_java" ]; then
            export JAVA_HOME=$candidate
            return 0
        fi
    done
    echo "Parley needs a JDK $wanted_java or newer and found none." >&2
    echo "Install one (for example Temurin, from adoptium.net or with sdkman) and set JAVA_HOME to it." >&2
    return 1
}
