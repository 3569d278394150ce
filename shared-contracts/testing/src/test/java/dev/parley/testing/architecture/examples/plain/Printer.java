package dev.parley.testing.architecture.examples.plain;

final class Printer {
    void print() {
        System.out.println("hello");
    }
}
