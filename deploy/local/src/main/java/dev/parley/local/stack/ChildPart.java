package dev.parley.local.stack;

import dev.parley.local.process.Child;
import dev.parley.local.process.Launch;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A program of its own.
 *
 * @param launch asked at each start: preparing it may take a while
 */
record ChildPart(String name, String address, int tier, Serving serving, Supplier<Launch> launch, ReadyCheck check)
        implements Part {

    @Override
    public Running start() {
        Child child = Child.start(launch.get());
        return new Running() {
            @Override
            public ProcessHandle process() {
                return child.process().toHandle();
            }

            @Override
            public boolean isReady() {
                return check.passes();
            }

            @Override
            public String ending() {
                // The system knows that it has ended a moment before the JDK knows how.
                return ChildPart.ending(child.process().onExit().join().exitValue());
            }

            @Override
            public void stop(Duration grace) {
                child.stop(grace);
            }
        };
    }

    /** The JDK reports a signal as 128 and its number, as shells do. */
    static String ending(int exitCode) {
        return switch (exitCode) {
            case 137 -> "killed";
            case 143 -> "ended by a signal";
            default -> "exit code " + exitCode;
        };
    }
}
