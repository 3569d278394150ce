package dev.parley.agent.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.job.JobFollowers.Follower;
import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.Member;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.backing.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of jobs as a replica hears of them that has not made them. */
@AgentTest
class JobNewsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Jobs jobs;
    private final JobFollowers here;
    private final JobFollowers elsewhere = new JobFollowers();
    private final JobNews other;
    private final JdbcClient database;
    private final Member ada;

    JobNewsTest(
            @Autowired Jobs jobs,
            @Autowired JobFollowers here,
            @Autowired JdbcConnectionDetails details,
            @Autowired TestDatabase database,
            @LocalServerPort int port) {
        this.jobs = jobs;
        this.here = here;
        this.other = new JobNews(details, elsewhere);
        this.database = JdbcClient.create(database.dataSource());
        this.ada = new Member(port);
    }

    @Test
    void every_replica_hears_of_what_changes_and_only_who_follows_that_job() throws InterruptedException {
        UUID id = UUID.randomUUID();
        other.start();
        try (Follower near = here.follow(id);
                Follower far = elsewhere.follow(id);
                Follower another = elsewhere.follow(UUID.randomUUID())) {
            assertThat(far.await(LONG)).as("that it listens now").isTrue();
            assertThat(another.await(LONG)).isTrue();

            change(id);

            assertThat(near.await(LONG)).isTrue();
            assertThat(far.await(LONG)).isTrue();
            assertThat(another.await(Duration.ZERO)).isFalse();
        } finally {
            other.stop();
        }
    }

    @Test
    void a_connection_that_is_lost_is_made_again_and_everybody_looks_for_what_was_missed() throws InterruptedException {
        UUID id = UUID.randomUUID();
        try (Follower follower = here.follow(id)) {
            await().atMost(LONG).until(() -> listening() > 0);
            assertThat(database.sql("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                             where application_name = :name and datname = current_database()""")
                            .param("name", JobNews.CONNECTION)
                            .query(Long.class)
                            .single())
                    .isPositive();

            assertThat(follower.await(LONG)).isTrue();
            change(id);
            assertThat(follower.await(LONG)).isTrue();
        }
    }

    private long listening() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                         where application_name = :name and datname = current_database()""")
                .param("name", JobNews.CONNECTION)
                .query(Long.class)
                .single();
    }

    private void change(UUID id) {
        try (TenantScope _ = TenantScope.of(ada.principal())) {
            jobs.add(id, "countdown", TenantScope.nameOf(ada.principal()));
            assertThat(jobs.begin(id)).isTrue();
        }
    }
}
