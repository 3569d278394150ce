/** Looks into a service's database whether its rows are kept apart. */
@NullMarked
package dev.parley.testing.tenant;

import org.jspecify.annotations.NullMarked;
