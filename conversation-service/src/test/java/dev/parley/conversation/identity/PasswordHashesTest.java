package dev.parley.conversation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashesTest {
    private final List<String> work = new ArrayList<>();
    private final PasswordHashes hashes = new PasswordHashes(new Counting());

    @Test
    void for_nobody_there_is_as_much_work_as_for_somebody() {
        String somebodys = hashes.hash("right");
        work.clear();

        assertThat(hashes.matches("wrong", somebodys)).isFalse();
        assertThat(work).hasSize(1);
        assertThat(hashes.matches("wrong", null)).isFalse();
        assertThat(work).hasSize(2);
    }

    @Test
    void nobody_has_a_password_that_is_right() {
        assertThat(hashes.matches("nobody has this password", null)).isFalse();
    }

    private final class Counting implements PasswordEncoder {
        @Override
        public String encode(@Nullable CharSequence password) {
            work.add("encode");
            return "hash of " + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            work.add("match");
            return ("hash of " + password).equals(hash);
        }
    }
}
