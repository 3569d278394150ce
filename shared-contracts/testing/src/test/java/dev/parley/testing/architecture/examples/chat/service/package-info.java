/** Named after a role. */
@NullMarked
package dev.parley.testing.architecture.examples.chat.service;

import org.jspecify.annotations.NullMarked;
