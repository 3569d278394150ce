package dev.parley.local.fake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A checkout with built services, all of them fakes. */
public final class FakeCheckout {

    private FakeCheckout() {}

    /** All five services, and PostgreSQL's programs where this module has unpacked them already. */
    public static Path in(Path root) throws IOException {
        for (String service : new String[] {"gateway", "chat", "agent", "location", "conversation"}) {
            bootJar(root, service + "-service");
        }
        Path target = Files.createDirectories(root.resolve("deploy/local/target"));
        Path unpacked = Files.createDirectories(Path.of("target/postgres")).toAbsolutePath();
        fakeJar(target.resolve("opentelemetry-javaagent.jar"));
        Files.createSymbolicLink(target.resolve("postgres"), unpacked);
        return root;
    }

    public static Path bootJar(Path root, String module) throws IOException {
        Path target = Files.createDirectories(root.resolve(module).resolve("target"));
        return fakeJar(target.resolve(module + "-9.9.9-boot.jar"));
    }

    private static Path fakeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        manifest.getMainAttributes().putValue("Premain-Class", FakeService.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String entry = FakeService.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(entry));
            try (InputStream code = FakeService.class.getResourceAsStream("/" + entry)) {
                Objects.requireNonNull(code).transferTo(out);
            }
        }
        return jar;
    }
}
