/**
 * The model that is always there: no key, no network, the same text for the same messages. It tells by embedding similarity
 * what somebody wants, fills and calls tools, answers from what was said earlier in the conversation, and words what tools
 * found; what it cannot know it says. Its words and examples are resources under {@code model/offline}.
 */
@NullMarked
package dev.parley.agent.model.offline;

import org.jspecify.annotations.NullMarked;
