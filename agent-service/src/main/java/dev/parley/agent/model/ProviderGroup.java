package dev.parley.agent.model;

import java.util.List;

/** Providers of one kind: one bean each, in the order in which the first of them gives the default. */
public interface ProviderGroup {
    /** Those that have what they need, such as a key. */
    List<Provider> providers();
}
