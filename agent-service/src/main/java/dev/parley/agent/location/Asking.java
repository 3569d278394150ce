package dev.parley.agent.location;

import java.time.Instant;

/**
 * On whose behalf a question is asked.
 *
 * @param effectId the effect id of the tool call: the same question of the same call has the same id on the wire, so that
 *     a repeated attempt joins the lookup that its predecessor began
 * @param deadline nobody waits for an answer after this
 */
public record Asking(String effectId, Instant deadline) {}
