/** A small HTTP/1.1 client on one thread, so that many open streams cost the machine little: it parses heads and chunks in place and hands bodies on as bytes. */
@NullMarked
package dev.parley.bench.http;

import org.jspecify.annotations.NullMarked;
