/** What tests of the running gateway need: services that are not there, over real HTTP, and a client. */
@NullMarked
package dev.parley.gateway.backing;

import org.jspecify.annotations.NullMarked;
