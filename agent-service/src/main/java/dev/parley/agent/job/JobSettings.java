package dev.parley.agent.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param keep how long it is known what a job came to: longer than its work */
@ConfigurationProperties("parley.agent.job")
record JobSettings(Duration keep) {}
