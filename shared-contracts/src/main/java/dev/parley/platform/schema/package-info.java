/**
 * Brings the tables of the platform into a service's database before anything else uses it: {@code db/platform} into the
 * schema {@code platform}, with a history of its own. Other parts of the platform put their migrations beside.
 */
@NullMarked
package dev.parley.platform.schema;

import org.jspecify.annotations.NullMarked;
