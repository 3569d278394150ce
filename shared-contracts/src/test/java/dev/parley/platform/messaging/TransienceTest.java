package dev.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

class TransienceTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "57P03", "25006"})
    void a_connection_that_the_database_has_ended_may_be_had_again(String state) {
        assertThat(Transience.isTransient(new IllegalStateException(new SQLException("gone", state))))
                .isTrue();
    }

    @Test
    void a_rollback_that_fails_because_the_pool_has_closed_the_connection_may_pass() {
        var rollback = new TransactionSystemException("Unable to rollback", new SQLException("Connection is closed"));

        assertThat(Transience.isTransient(rollback)).isTrue();
    }

    @Test
    void what_the_database_refuses_it_will_refuse_again() {
        assertThat(Transience.isTransient(
                        new DataIntegrityViolationException("twice", new SQLException("duplicate key", "23505"))))
                .isFalse();
        assertThat(Transience.isTransient(new SQLException("odd"))).isFalse();
    }

    @Test
    void what_the_log_did_not_confirm_may_be_confirmed_later() {
        assertThat(Transience.isTransient(new SendFailed("late", new TimeoutException("late"))))
                .isTrue();
        assertThat(Transience.isTransient(new SendFailed("no", new TopicAuthorizationException("no"))))
                .isTrue();
        assertThat(Transience.isTransient(new SendFailed("closed", new IllegalStateException("closed"))))
                .isTrue();
    }

    @Test
    void what_the_log_refuses_it_will_refuse_again() {
        List<Exception> refusals = List.of(
                new RecordTooLargeException("5 MB"),
                new InvalidTopicException("no such name"),
                new SerializationException("odd"));

        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(
                                Transience.isTransient(new IllegalStateException(new SendFailed("refused", refusal))))
                        .isFalse());
    }
}
