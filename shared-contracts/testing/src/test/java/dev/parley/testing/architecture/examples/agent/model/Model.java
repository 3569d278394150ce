package dev.parley.testing.architecture.examples.agent.model;

public record Model() {}
