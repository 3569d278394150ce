/** What every event has: its wire name and the CloudEvents headers it travels with. */
@NullMarked
package dev.parley.contracts.event;

import org.jspecify.annotations.NullMarked;
