/**
 * The one door of Parley: routes every public path to the service behind it, passes streams on unbuffered, and answers itself only for health,
 * metrics, documentation and its own errors. Owns no data.
 */
@NullMarked
package dev.parley.gateway;

import org.jspecify.annotations.NullMarked;
