package dev.parley.local.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind the scripts. */
@Command(
        name = "deploy/local",
        description = "Runs Parley on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            SeedCommand.class,
            TrainCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and gives its exit code: 1 with a line on standard error when it cannot do its work. */
    static int run(String... arguments) {
        return new CommandLine(new Launcher())
                .setExecutionExceptionHandler((failure, _, _) -> explain(failure))
                .execute(arguments);
    }

    private static int explain(Exception failure) {
        PrintStream error = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        boolean expected = failure instanceof IllegalStateException || failure instanceof IllegalArgumentException;
        if (expected && failure.getMessage() != null) {
            error.println(failure.getMessage());
        } else {
            failure.printStackTrace(error);
        }
        return 1;
    }
}
