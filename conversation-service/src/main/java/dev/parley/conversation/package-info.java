/** The memory of Parley: it stores what was said, and tells data teams. */
@NullMarked
package dev.parley.conversation;

import org.jspecify.annotations.NullMarked;
