package dev.parley.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/** Under which account the server runs: PostgreSQL refuses to be root, so root steps down for it. */
enum Account {
    /** A normal user runs it as itself. */
    SELF(""),
    /** Root in a user namespace without a mapping is nobody there, and still owns its files. */
    NAMESPACE("unshare -U"),
    /** Where namespaces are forbidden (many containers): the account nobody, which must be able to reach the folder. */
    NOBODY("setpriv --reuid=nobody --clear-groups");

    private final String prefix;

    Account(String prefix) {
        this.prefix = prefix;
    }

    static Account choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SELF;
        }
        for (Account account : List.of(NAMESPACE, NOBODY)) {
            if (account.works()) {
                return account;
            }
        }
        throw new IllegalStateException("PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works"
                + " here to step down: start as a normal user");
    }

    List<String> command(List<String> command) {
        return Stream.concat(Stream.of(prefix.split(" ", -1)).filter(word -> !word.isEmpty()), command.stream())
                .toList();
    }

    /** Gives the folder to the account, where it belongs to another: only root can, and only root has to. */
    void own(Path folder) throws IOException {
        if (this == SELF) {
            return;
        }
        UserPrincipal owner = folder.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(this == NOBODY ? "nobody" : "root");
        if (Files.getOwner(folder).equals(owner)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.setOwner(each, owner);
            }
        }
    }

    boolean works() {
        try {
            return new ProcessBuilder(command(List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
