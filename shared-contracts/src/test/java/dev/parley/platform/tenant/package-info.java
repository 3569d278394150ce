@NullMarked
package dev.parley.platform.tenant;

import org.jspecify.annotations.NullMarked;
