/** Keeps files that people have brought, and nothing about them. Owns stored_file and file_piece. */
@NullMarked
package dev.parley.agent.file;

import org.jspecify.annotations.NullMarked;
