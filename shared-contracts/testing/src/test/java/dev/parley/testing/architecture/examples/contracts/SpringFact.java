package dev.parley.testing.architecture.examples.contracts;

import org.springframework.core.env.Environment;

record SpringFact(Environment environment) {}
