package dev.parley.testing.architecture.examples.plain;

import org.springframework.jdbc.core.simple.JdbcClient;

record Switches(JdbcClient database) {}
