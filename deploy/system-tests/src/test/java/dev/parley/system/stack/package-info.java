/** The stack under test: started once for all journeys by the commands that people use, or one that runs already. */
@NullMarked
package dev.parley.system.stack;

import org.jspecify.annotations.NullMarked;
