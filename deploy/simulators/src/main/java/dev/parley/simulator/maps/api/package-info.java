/** What each imitated map service offers to the simulator: answers, and its own words for a failure. */
@NullMarked
package dev.parley.simulator.maps.api;

import org.jspecify.annotations.NullMarked;
