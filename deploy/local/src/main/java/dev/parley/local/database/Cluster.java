package dev.parley.local.database;

import dev.parley.local.data.Folders;
import dev.parley.local.process.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A database cluster on disk: made once, with a superuser whose random password stays beside it. */
final class Cluster {

    static final String SUPERUSER = "postgres";
    private static final String UNFINISHED = "unfinished-cluster-";

    private final Path dataDir;
    private final Path folder;
    private final Path passwordFile;
    private final Path binaries;
    private final Account account;

    Cluster(Path dataDir, Path binaries, Account account) {
        this.dataDir = dataDir;
        this.folder = folderIn(dataDir);
        this.passwordFile = dataDir.resolve("superuser-password");
        this.binaries = binaries;
        this.account = account;
    }

    static Path folderIn(Path dataDir) {
        return dataDir.resolve("cluster");
    }

    Path folder() {
        return folder;
    }

    String superuserPassword() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    /** A command of the server's, as the account that owns the cluster. */
    ProcessBuilder command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(account.command(command)).redirectErrorStream(true);
        // The caller's psql settings are not meant for this server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    /** Makes the cluster beside its place and moves it there whole: a half-made one is never taken for one. */
    void initialise(boolean durable, Path log) throws IOException {
        if (!Files.exists(folder)) {
            forgetUnfinished();
            Path unfinished = Files.createTempDirectory(dataDir, UNFINISHED);
            writePassword();
            account.own(dataDir);
            List<String> arguments = new ArrayList<>(initdbArguments(unfinished));
            if (!durable) {
                // Most of its time goes into this.
                arguments.add("--no-sync");
            }
            run(command("initdb", arguments), log);
            Files.move(unfinished, folder);
        }
        account.own(dataDir);
    }

    private void forgetUnfinished() throws IOException {
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(dataDir, UNFINISHED + "*")) {
            for (Path attempt : attempts) {
                Folders.delete(attempt);
            }
        }
    }

    private static void run(ProcessBuilder initdb, Path log) throws IOException {
        Process process = initdb.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("PostgreSQL's initdb failed, see " + log);
            }
        } catch (InterruptedException e) {
            // On this signal it ends the server that it runs, and removes what it has written.
            process.destroy();
            Processes.ended(process.toHandle(), Duration.ofSeconds(5));
            throw Processes.interrupted(e);
        }
    }

    /** Builtin locale: the same order and case rules on every platform, and upper and lower know Unicode. */
    private List<String> initdbArguments(Path target) {
        return List.of(
                "-D",
                target.toString(),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(passwordFile, HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII));
    }
}
