/** What operators and developers look at: health, metrics, the documents and their pages. */
@NullMarked
package dev.parley.system.gateway;

import org.jspecify.annotations.NullMarked;
