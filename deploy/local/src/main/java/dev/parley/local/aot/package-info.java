/**
 * What JVMs have learnt and later ones begin with: ahead-of-time caches of loaded and linked classes. Owns the *.aot
 * files in the folders of builds.
 */
@NullMarked
package dev.parley.local.aot;

import org.jspecify.annotations.NullMarked;
