/** Makes texts of files, and chunks of texts. Knows no table and no network. */
@NullMarked
package dev.parley.agent.knowledge.text;

import org.jspecify.annotations.NullMarked;
