/**
 * Whole answers that are given again to equal questions of the same owner, where the prompt allows it. Owns kept_answer.
 */
@NullMarked
package dev.parley.agent.answer;

import org.jspecify.annotations.NullMarked;
