/** The one declaration of topics: what is on them, how they are keyed, cut and kept, who writes and who reads. */
@NullMarked
package dev.parley.contracts.topic;

import org.jspecify.annotations.NullMarked;
