package dev.parley.local.command;

import dev.parley.local.app.BootJars;
import dev.parley.local.app.ExtractedApps;
import dev.parley.local.plan.EnvFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The checkout that the launcher belongs to. */
record Home(Path root) {

    /** The scripts say where they stand. */
    static Home ofScripts() {
        String root = System.getProperty("parley.root");
        if (root == null) {
            throw new IllegalStateException("Start the launcher by its scripts, such as ./deploy/local/up");
        }
        return new Home(Path.of(root));
    }

    /** What the caller has set, over what the .env file says. */
    Map<String, String> environment() throws IOException {
        return EnvFile.under(System.getenv(), root.resolve(".env"));
    }

    BootJars jars() {
        return new BootJars(root);
    }

    ExtractedApps apps() {
        return new ExtractedApps(target().resolve("apps"), java());
    }

    /** Shared by all stacks, and made anew after a clean. */
    Path binaries() {
        return target().resolve("postgres");
    }

    /** The data of a stack that is only there to be learnt from. */
    Path training() {
        return target().resolve("training");
    }

    Path tracingAgent() {
        return target().resolve("opentelemetry-javaagent.jar");
    }

    /** The program that runs us runs everything. */
    Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Path local() {
        return root.resolve("deploy").resolve("local");
    }

    private Path target() {
        return local().resolve("target");
    }
}
