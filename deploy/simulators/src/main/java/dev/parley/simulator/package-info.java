/** Stand-ins for paid APIs, for tests, benchmarks and demos; here, what starts them as processes of their own. */
@NullMarked
package dev.parley.simulator;

import org.jspecify.annotations.NullMarked;
