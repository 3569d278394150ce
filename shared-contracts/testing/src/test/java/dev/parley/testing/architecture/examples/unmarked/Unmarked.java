package dev.parley.testing.architecture.examples.unmarked;

public record Unmarked() {}
