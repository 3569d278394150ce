/** The platform's HTTP side, tested from outside: a small service of its own, asked over real connections. */
@NullMarked
package dev.parley.platform.http;

import org.jspecify.annotations.NullMarked;
