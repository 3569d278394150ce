/** What is kept of conversations, and what is told of them. */
@NullMarked
package dev.parley.system.conversation;

import org.jspecify.annotations.NullMarked;
