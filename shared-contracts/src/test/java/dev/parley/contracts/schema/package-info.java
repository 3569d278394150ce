/** JSON Schemas made from the types of events, and the check that they only grow. */
@NullMarked
package dev.parley.contracts.schema;

import org.jspecify.annotations.NullMarked;
