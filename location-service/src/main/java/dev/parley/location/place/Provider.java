package dev.parley.location.place;

import org.jspecify.annotations.Nullable;

/**
 * Who answers.
 *
 * @param name as it is shown: {@code gazetteer}
 * @param edition changes whenever the same question may get another answer because the provider's data did; an answer of
 *     another edition is never taken from the cache
 * @param attribution a sentence to show with what it answers, where there has to be one
 */
public record Provider(
        String name, String edition, @Nullable String attribution) {}
