/** The prompts: resource files with an id and a version. */
@NullMarked
package dev.parley.agent.prompt;

import org.jspecify.annotations.NullMarked;
