package dev.parley.testing.architecture.examples.plain;

import java.time.Clock;

final class PrintingProgram {

    private PrintingProgram() {}

    public static void main(String[] arguments) {
        System.out.println(Clock.systemUTC());
    }
}
