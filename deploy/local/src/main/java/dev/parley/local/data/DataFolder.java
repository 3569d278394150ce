package dev.parley.local.data;

import dev.parley.local.log.LogFile;
import java.io.IOException;
import java.nio.file.Path;

/** The folder that holds everything of one stack. */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path traces() {
        return root.resolve("traces.jsonl");
    }

    /** The log of a part, by its name. */
    public LogFile log(String name) {
        return new LogFile(logs().resolve(name + ".log"));
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path state() {
        return run().resolve("state.json");
    }

    public Path lock() {
        return run().resolve("lock");
    }

    /** Exists while the broker serves. */
    public Path kafkaReady() {
        return run().resolve("kafka.ready");
    }

    /** What JVMs note down for their caches, while they run. */
    public Path notes() {
        return root.resolve("aot");
    }

    /** Forgets what the broker and the database hold. Logs stay. */
    public void forget() throws IOException {
        Folders.delete(kafka());
        Folders.delete(postgres());
    }

    private Path run() {
        return root.resolve("run");
    }
}
