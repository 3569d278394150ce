package dev.parley.testing.architecture.examples.plain;

import java.util.logging.Logger;

record JulLogger(Logger logger) {}
