/** What is done again and again beside the requests. Owns nothing. */
@NullMarked
package dev.parley.chat.chore;

import org.jspecify.annotations.NullMarked;
