package dev.parley.agent.tool.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param dir {@code TOOLS_DIR}, the folder with the files; blank: none */
@ConfigurationProperties("parley.agent.tool.http")
record HttpToolSettings(@DefaultValue("") String dir) {}
