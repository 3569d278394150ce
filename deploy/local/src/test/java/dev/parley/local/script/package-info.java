/** Tests of the shell scripts, which have no Java of their own. */
@NullMarked
package dev.parley.local.script;

import org.jspecify.annotations.NullMarked;
