/** Runs programs that are written for Node.js. */
@NullMarked
package dev.parley.system.node;

import org.jspecify.annotations.NullMarked;
