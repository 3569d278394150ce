package dev.parley.agent.tool.http;

import org.jspecify.annotations.Nullable;

/** The environment that secrets are kept in. */
interface Variables {
    @Nullable
    String value(String name);
}
