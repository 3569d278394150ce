/** Sample conversations, put in through the public API. Reads the resource samples.json. */
@NullMarked
package dev.parley.local.sample;

import org.jspecify.annotations.NullMarked;
