/** The tools, for those who are no conversation. */
@NullMarked
package dev.parley.system.tool;

import org.jspecify.annotations.NullMarked;
