package dev.parley.gateway.metrics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param enabled whether metrics are shown at all */
@ConfigurationProperties("parley.gateway.metrics")
record MetricsSettings(@DefaultValue("true") boolean enabled) {}
