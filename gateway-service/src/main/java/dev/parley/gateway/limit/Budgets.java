package dev.parley.gateway.limit;

import java.util.concurrent.CompletableFuture;

/** Where budgets are kept. Never blocks. */
interface Budgets {

    /** Takes one from a budget, if it has one. */
    CompletableFuture<Draw> draw(Budget budget);
}
