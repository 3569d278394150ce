/** Asking and being answered. */
@NullMarked
package dev.parley.system.chat;

import org.jspecify.annotations.NullMarked;
