/** What other services keep of people, as far as people take it along: asked for over HTTP, with a token of theirs. */
@NullMarked
package dev.parley.conversation.takeout;

import org.jspecify.annotations.NullMarked;
