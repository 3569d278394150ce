/** What agent-service can do, told to those who accept work for it. */
@NullMarked
package dev.parley.contracts.catalog;

import org.jspecify.annotations.NullMarked;
