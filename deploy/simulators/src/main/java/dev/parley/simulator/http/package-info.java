/**
 * A small HTTP/1.1 server for stand-ins: one event loop and one timer wheel, so that thousands of slow streams cost a fraction of a
 * core. Owns its sockets and its one thread; keeps nothing on disk, listens on loopback only.
 */
@NullMarked
package dev.parley.simulator.http;

import org.jspecify.annotations.NullMarked;
