/**
 * A real PostgreSQL server as a child process on loopback. Owns its data folder (cluster, superuser's password, log) and
 * the folder where the binaries are unpacked.
 */
@NullMarked
package dev.parley.local.database;

import org.jspecify.annotations.NullMarked;
