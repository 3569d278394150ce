/**
 * What may be taken of providers and spent on them: answers at once and tokens a minute, over all replicas, and US dollars a
 * month. Owns token_rate, spending and budget_hold; reads {@code identity.events} to forget who is gone.
 */
@NullMarked
package dev.parley.agent.allowance;

import org.jspecify.annotations.NullMarked;
