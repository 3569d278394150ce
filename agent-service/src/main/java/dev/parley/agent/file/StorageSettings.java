package dev.parley.agent.file;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param url where files are kept; empty: in the service's own database */
@ConfigurationProperties("parley.agent.storage")
record StorageSettings(String url) {}
