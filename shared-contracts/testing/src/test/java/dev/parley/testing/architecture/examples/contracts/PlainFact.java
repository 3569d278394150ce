package dev.parley.testing.architecture.examples.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record PlainFact(
        @JsonProperty("at") Instant at, @Nullable String text) {}
