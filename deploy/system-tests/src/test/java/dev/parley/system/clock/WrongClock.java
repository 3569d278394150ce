package dev.parley.system.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs the {@link ClockAgent}, so that another JVM can be given it. */
public final class WrongClock {
    private static final Path JAR = Path.of("target", "clock-agent.jar").toAbsolutePath();

    private WrongClock() {}

    /** The option that sets the clock of a JVM wrong by so much. */
    public static synchronized String option(Duration shift) {
        if (!Files.exists(JAR)) {
            pack();
        }
        return "-javaagent:" + JAR + "=" + shift.toSeconds();
    }

    private static void pack() {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", ClockAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        String file = ClockAgent.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(JAR), manifest);
                InputStream bytes = ClockAgent.class.getResourceAsStream("/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("No " + file);
            }
            jar.putNextEntry(new JarEntry(file));
            bytes.transferTo(jar);
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
