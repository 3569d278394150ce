package dev.parley.testing.architecture.examples.plain;

record ConstructorInjection(Runnable work) {}
