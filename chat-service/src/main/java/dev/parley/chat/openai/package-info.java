/**
 * For clients of OpenAI's API: each request is a turn like any other, answered in their words. Reads the streams of turns;
 * owns nothing.
 */
@NullMarked
package dev.parley.chat.openai;

import org.jspecify.annotations.NullMarked;
