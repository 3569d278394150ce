/**
 * Many visitors at once, who never give up: they reconnect as an {@code EventSource} does, repeat what was not answered, and write down all they
 * see; and what has to hold for it afterwards, whatever has happened meanwhile.
 */
@NullMarked
package dev.parley.system.load;

import org.jspecify.annotations.NullMarked;
