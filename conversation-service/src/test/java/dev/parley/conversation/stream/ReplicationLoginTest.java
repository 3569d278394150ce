package dev.parley.conversation.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.settings.BadSetting;
import org.junit.jupiter.api.Test;

class ReplicationLoginTest {
    private static final String URL = "jdbc:postgresql://h/conversation";

    @Test
    void a_database_without_a_user_is_refused_with_the_variables_that_name_one() {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> new ReplicationLogin(URL, "", ""))
                .withMessageContaining("DATABASE_REPLICATION_URL")
                .withMessageContaining("names a user");
    }

    @Test
    void a_password_may_be_needless_and_is_never_shown() {
        assertThat(new ReplicationLogin(URL, "reader", "").password()).isEmpty();
        assertThat(new ReplicationLogin(URL, "reader", "secret").toString()).doesNotContain("secret");
    }
}
