package dev.parley.local.stack;

import dev.parley.local.process.Child;
import dev.parley.local.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Parts that are shell scripts. */
final class FakePart {

    private FakePart() {}

    /** Ready as soon as it runs; ends on TERM and notes that in a file that all share. */
    static Part quick(String name, int tier, Path folder) {
        String script = "trap 'echo %s >> %s; exit 0' TERM; while :; do sleep 0.02; done"
                .formatted(name, folder.resolve("stopped"));
        return of(name, tier, script, folder, () -> true);
    }

    static Part of(String name, int tier, String script, Path folder, ReadyCheck check) {
        Launch launch = new Launch(name, List.of("/bin/sh", "-c", script), Map.of(), folder.resolve(name + ".log"));
        return new ChildPart(name, "nowhere", tier, new Part.Serving(1, 2), () -> launch, check);
    }

    static Child sleeper(Path folder) {
        return Child.start(
                new Launch("sleeper", List.of("/bin/sh", "-c", "exec sleep 300"), Map.of(), folder.resolve("s.log")));
    }
}
