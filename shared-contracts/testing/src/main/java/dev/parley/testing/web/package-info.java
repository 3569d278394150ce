/** Holds a service's calls, its documentation and the gateway's routes against each other. */
@NullMarked
package dev.parley.testing.web;

import org.jspecify.annotations.NullMarked;
