package dev.parley.local.aot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What JVMs have learnt about one build of a program: its classes, loaded and linked (JEP 483, 514). A file in the
 * build's folder, which goes with it; its name holds the JVM and the options it was made with, so that no other JVM
 * takes it.
 */
record AotCache(Path file) {

    private static final List<String> JVM = List.of("java.vm.name", "java.vm.version", "os.arch");
    private static final int NAME_BYTES = 6;

    /** The cache of this JVM, run with these options, for the build in this folder; there or not. */
    static AotCache of(Path folder, List<String> options) {
        return new AotCache(folder.resolve("app-" + fingerprint(options) + ".aot"));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The options of a JVM that begins with it, or passes it over in silence where it does not fit after all. */
    List<String> use() {
        return List.of("-XX:AOTCache=" + file, "-XX:AOTMode=auto", "-Xlog:aot=off", "-Xlog:cds=off");
    }

    /** The options of a JVM that notes down what it learns. */
    static List<String> record(Path notes) {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    /** The options of a JVM that does nothing but make a cache of notes. */
    static List<String> create(Path notes, Path cache) {
        return List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes, "-XX:AOTCache=" + cache);
    }

    /** Where it is written: nobody looks there. */
    Path unfinished() throws IOException {
        return Files.createTempFile(file.getParent(), "writing-", ".tmp");
    }

    void publish(Path finished) throws IOException {
        Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String fingerprint(List<String> options) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            JVM.forEach(name -> digest.update(bytes(String.valueOf(System.getProperty(name)))));
            options.forEach(option -> digest.update(bytes(option)));
            return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return (text + '\n').getBytes(StandardCharsets.UTF_8);
    }
}
