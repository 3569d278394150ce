/** One example of every event, as it is on the wire. */
@NullMarked
package dev.parley.contracts.golden;

import org.jspecify.annotations.NullMarked;
