package dev.parley.agent.inference;

import dev.parley.agent.job.JobErasure;
import dev.parley.agent.person.PersonalData;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What is under way for people who are gone is stopped, also at the provider: after the jobs, which would begin it anew. */
@Component
@Order(JobErasure.FIRST + 1)
class PredictionErasure implements PersonalData {
    private final Predictions predictions;
    private final Stopping stopping;
    private final TransactionOperations transactions;

    PredictionErasure(Predictions predictions, Stopping stopping, TransactionOperations transactions) {
        this.predictions = predictions;
        this.stopping = stopping;
        this.transactions = transactions;
    }

    @Override
    public void erase(Principal person) {
        List<BegunPrediction> open = predictions.ofTenant(TenantScope.nameOf(person));
        open.forEach(stopping::stop);
        transactions.executeWithoutResult(_ -> open.forEach(it -> predictions.remove(it.job())));
    }
}
