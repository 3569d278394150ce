/**
 * Which path goes to which service, and how: the table of routes, the choice of a replica, the headers a service sees, and how open streams end
 * when the gateway is told to stop. Reads parley.gateway.route.
 */
@NullMarked
package dev.parley.gateway.route;

import org.jspecify.annotations.NullMarked;
