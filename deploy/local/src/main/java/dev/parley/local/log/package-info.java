/** The log files of what runs, under data/logs: rotated at start, bounded while they grow, read for people. */
@NullMarked
package dev.parley.local.log;

import org.jspecify.annotations.NullMarked;
