/** The rules of the house about code, as ArchUnit rules that every module holds itself to. */
@NullMarked
package dev.parley.testing.architecture;

import org.jspecify.annotations.NullMarked;
