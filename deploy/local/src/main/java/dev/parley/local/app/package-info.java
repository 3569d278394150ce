/** The built services: finds each boot jar under its module's target folder and owns the extracted copies they run from. */
@NullMarked
package dev.parley.local.app;

import org.jspecify.annotations.NullMarked;
