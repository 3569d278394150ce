package dev.parley.agent.person;

import dev.parley.contracts.id.UserId;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All people who are gone for good. */
@Repository
class ErasedPeople {
    private final JdbcClient jdbc;

    ErasedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UserId person) {
        jdbc.sql("insert into erased_person (id) values (:id) on conflict do nothing")
                .param("id", person.toString())
                .update();
    }

    /** Those who were added within so long. */
    List<UserId> addedWithin(Duration time) {
        return jdbc.sql("select id from erased_person where erased_at > now() - make_interval(secs => :time)")
                .param("time", time.toSeconds())
                .query((row, _) -> UserId.parse(row.getString("id")))
                .list();
    }
}
