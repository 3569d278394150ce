package dev.parley.platform.work;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Items that have ended, kept so that their duplicates are known. */
final class FinishedWork {

    static final int BATCH = 1000;
    private static final int BATCHES_AT_ONCE = 10;

    static final String FORGET = """
            with old as (
                select id
                  from platform.work
                 where finished_at < now() - :keepDone * interval '1 ms'
                   and (state <> 'dead' or finished_at < now() - :keepDead * interval '1 ms')
                 order by finished_at
                 limit :batch
                   for update skip locked
            ), progress as (
                delete from platform.work_progress where id = any (array(select id from old))
            )
            delete from platform.work where id = any (array(select id from old))
            """;

    static final String FORGET_CANCELLATIONS = """
            delete from platform.work_cancellation where created_at < now() - :keepDone * interval '1 ms'
            """;

    private final JdbcClient database;
    private final WorkSettings settings;

    FinishedWork(JdbcClient database, WorkSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** What was cancelled and never came. */
    void forgetCancellations() {
        database.sql(FORGET_CANCELLATIONS)
                .param("keepDone", settings.keepDone().toMillis())
                .update();
    }

    /** Forgets what is old enough, so much at once that it keeps up with what ends. */
    void forgetOld() {
        int batches = 0;
        while (batches < BATCHES_AT_ONCE && forgetBatch() == BATCH) {
            batches++;
        }
    }

    /** Returns how many that were. */
    int forgetBatch() {
        return database.sql(FORGET)
                .param("keepDone", settings.keepDone().toMillis())
                .param("keepDead", settings.keepDead().toMillis())
                .param("batch", BATCH)
                .update();
    }
}
