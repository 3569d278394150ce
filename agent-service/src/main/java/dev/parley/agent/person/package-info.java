/**
 * People who are gone for good: what is kept of them goes, and nothing more is taken from them. Owns erased_person; reads
 * {@code identity.events}.
 */
@NullMarked
package dev.parley.agent.person;

import org.jspecify.annotations.NullMarked;
