/** The layout of the data folder: what is kept where, and how it is emptied. */
@NullMarked
package dev.parley.local.data;

import org.jspecify.annotations.NullMarked;
