/**
 * One broker and one database server for all tests of a JVM: in containers where a Docker engine answers, embedded
 * otherwise. Owns folders under the system's temporary one, and deletes what a run left there.
 */
@NullMarked
package dev.parley.testing.backing;

import org.jspecify.annotations.NullMarked;
