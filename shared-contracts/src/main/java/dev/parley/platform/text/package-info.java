/** Texts that every store and every log can keep. */
@NullMarked
package dev.parley.platform.text;

import org.jspecify.annotations.NullMarked;
