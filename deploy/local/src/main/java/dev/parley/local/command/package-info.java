/** The commands up, down, status, logs and seed: arguments in, text and exit codes out. */
@NullMarked
package dev.parley.local.command;

import org.jspecify.annotations.NullMarked;
