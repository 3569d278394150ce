/** The running stack: starts, watches and stops its parts. Owns data/run (state file, lock). */
@NullMarked
package dev.parley.local.stack;

import org.jspecify.annotations.NullMarked;
