package dev.parley.agent.model;

/** What makes calls of a provider steady, and tells of them. */
record Steadiness(Patience patience, ModelTimer timer, Breaker breaker, ModelTelemetry telemetry) {}
