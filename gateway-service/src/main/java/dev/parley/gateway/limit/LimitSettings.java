package dev.parley.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param maxRequestBytes how large the body of a request may be */
@ConfigurationProperties("parley")
record LimitSettings(@DefaultValue("1MB") DataSize maxRequestBytes) {}
