package dev.parley.testing.architecture.examples.chat.service;

public record Role() {}
