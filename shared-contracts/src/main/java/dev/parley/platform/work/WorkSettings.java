package dev.parley.platform.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of the work runtime. All replicas of a service have to agree on the three of the lease.
 *
 * @param heartbeat how often a worker renews its lease
 * @param fenceAfter a worker that could not renew for so long starts nothing and sends nothing
 * @param lease a worker that has been silent for so long has lost its items
 * @param poll how often workers look for what nobody told them of
 * @param drain how long a worker that is told to stop may finish what it has
 * @param grace how long a run may go on after it was interrupted at its deadline
 * @param firstRetry the pause after the first failure; doubled with each, and at random between half and whole
 * @param longestRetry the longest pause
 * @param claimBatch how many items are claimed by one statement
 * @param keepDone how long the ids of finished items are known: the retention of the topics they come from and a day
 * @param keepDead how long dead items can be looked at and replayed
 */
@ConfigurationProperties("parley.work")
record WorkSettings(
        @DefaultValue("500ms") Duration heartbeat,
        @DefaultValue("4s") Duration fenceAfter,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("30s") Duration drain,
        @DefaultValue("5s") Duration grace,
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("30s") Duration longestRetry,
        @DefaultValue("200") int claimBatch,
        @DefaultValue("8d") Duration keepDone,
        @DefaultValue("30d") Duration keepDead) {

    WorkSettings {
        if (heartbeat.multipliedBy(2).compareTo(fenceAfter) > 0 || fenceAfter.compareTo(lease) >= 0) {
            throw new IllegalArgumentException(
                    "parley.work: twice heartbeat has to fit into fence-after, and that has to be less than lease");
        }
    }
}
