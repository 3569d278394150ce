package dev.parley.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final byte[] OLD = "the-secret-of-last-year-0123456789".getBytes(UTF_8);
    private static final byte[] NEW = "the-secret-of-this-year-0123456789".getBytes(UTF_8);
    private static final byte[] PLAIN = "nobody's business".getBytes(UTF_8);

    private final Secrets secrets = secrets(NEW);

    @Test
    void what_is_sealed_opens_in_another_replica_and_looks_different_each_time() {
        byte[] sealed = secrets.seal(PLAIN, "connector:1");

        assertThat(secrets(NEW).open(sealed, "connector:1")).isEqualTo(PLAIN);
        assertThat(sealed).isNotEqualTo(secrets.seal(PLAIN, "connector:1"));
        assertThat(new String(sealed, UTF_8)).doesNotContain("business");
    }

    @Test
    void what_belongs_to_one_does_not_open_for_another() {
        byte[] sealed = secrets.seal(PLAIN, "connector:1");

        assertThatThrownBy(() -> secrets.open(sealed, "connector:2")).isInstanceOf(SealBroken.class);
    }

    @Test
    void what_was_changed_does_not_open() {
        byte[] sealed = secrets.seal(PLAIN, "connector:1");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> secrets.open(sealed, "connector:1")).isInstanceOf(SealBroken.class);
    }

    @Test
    void the_secret_of_before_opens_what_it_sealed_and_seals_no_more() {
        byte[] before = secrets(OLD).seal(PLAIN, "connector:1");
        Secrets rotated = secrets(NEW, OLD);

        assertThat(rotated.open(before, "connector:1")).isEqualTo(PLAIN);
        assertThat(secrets.open(rotated.seal(PLAIN, "connector:1"), "connector:1"))
                .isEqualTo(PLAIN);
        assertThatThrownBy(() -> secrets.open(before, "connector:1"))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("SECRET_KEY_PREVIOUS");
    }

    @Test
    void each_purpose_has_a_key_of_its_own() {
        assertThat(secrets.keyFor("a")).hasSize(32).isEqualTo(secrets(NEW).keyFor("a"));
        assertThat(secrets.keyFor("a")).isNotEqualTo(secrets.keyFor("b"));
        assertThat(secrets.keyFor("a")).isNotEqualTo(secrets(OLD).keyFor("a"));
    }

    private static Secrets secrets(byte[] secret, byte[]... previous) {
        return new Secrets(secret, KeyEncryption.envelope(secret, List.of(previous)));
    }
}
