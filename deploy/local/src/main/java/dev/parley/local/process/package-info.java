/** Operating-system processes and ports: starts, signals and recognises them. Owns no files. */
@NullMarked
package dev.parley.local.process;

import org.jspecify.annotations.NullMarked;
