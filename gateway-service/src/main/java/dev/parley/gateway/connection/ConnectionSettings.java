package dev.parley.gateway.connection;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is taken from a client's connection.
 *
 * @param headTimeout from a request's first byte until its headers are there
 * @param bodyTimeout until its body is there, however small
 * @param bodyPerSecond a body gets a second more for so many bytes that have come
 * @param answerTimeout until a client has taken what was sent to it
 * @param perAddress connections that one address has open at once; 0 is no limit
 */
@ConfigurationProperties("parley.gateway.connection")
@Validated
record ConnectionSettings(
        Duration headTimeout,
        Duration bodyTimeout,
        DataSize bodyPerSecond,
        Duration answerTimeout,
        @PositiveOrZero int perAddress) {}
