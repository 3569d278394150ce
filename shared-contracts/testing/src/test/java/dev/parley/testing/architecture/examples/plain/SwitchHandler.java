package dev.parley.testing.architecture.examples.plain;

import org.apache.kafka.clients.producer.Producer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows the database and the broker, and should know neither. */
record SwitchHandler(JdbcClient database, Producer<String, String> broker) {}
