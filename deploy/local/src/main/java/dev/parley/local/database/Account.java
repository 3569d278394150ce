package dev.parley.local.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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

    /** Gives the folder to the account, where that is another than our own. */
    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        UserPrincipal nobody =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                return visitFile(each, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                Files.setOwner(each, nobody);
                return FileVisitResult.CONTINUE;
            }
        });
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
