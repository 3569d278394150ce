package dev.parley.local.command;

import java.util.ArrayList;
import java.util.List;

/** The command line of this very program, to start it once more. */
final class SelfCommand {

    private SelfCommand() {}

    /** A launcher that sleeps most of its life: as small as can be. */
    static List<String> java(Home home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                home.java().toString(),
                "-Xmx64m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dparley.root=" + home.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
