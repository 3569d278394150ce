/** Somebody who talks to Parley: a plain HTTP client, a reader of server-sent events, and what is always true of answers. */
@NullMarked
package dev.parley.system.visitor;

import org.jspecify.annotations.NullMarked;
