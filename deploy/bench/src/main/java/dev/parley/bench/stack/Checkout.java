package dev.parley.bench.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The working copy whose code is measured. */
public record Checkout(Path root) {

    public Path bench() {
        return root.resolve("deploy").resolve("bench");
    }

    /** Its commit in short, and whether there is more than that; what benchmarks have written does not count. */
    public String commit() throws InterruptedException {
        String head = git("rev-parse", "--short", "HEAD");
        boolean changed = !git("status", "--porcelain", "--", ".", ":!deploy/bench/results*")
                .isEmpty();
        return changed ? head + "-changed" : head;
    }

    private String git(String... arguments) throws InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        return String.join("\n", new Commands(root, _ -> {}).run(Map.of(), command));
    }
}
