package dev.parley.agent.location;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param timeout how long an answer about places is waited for */
@ConfigurationProperties("parley.agent.location")
record LocationSettings(@DefaultValue("15s") Duration timeout) {}
