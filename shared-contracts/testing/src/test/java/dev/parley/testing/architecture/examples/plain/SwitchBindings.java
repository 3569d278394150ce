package dev.parley.testing.architecture.examples.plain;

import org.apache.kafka.clients.producer.Producer;

record SwitchBindings(Producer<String, String> broker) {}
