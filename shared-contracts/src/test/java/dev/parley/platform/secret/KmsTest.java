package dev.parley.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.schema.PlatformTables;
import dev.parley.platform.security.SigningAlgorithm;
import dev.parley.platform.security.TokenSettings;
import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import dev.parley.platform.settings.StartRefused;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.kms.FakeVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** Against a Vault over HTTP, and a database. */
class KmsTest {
    private static final String TEXT = "the-secret-of-last-year-0123456789";
    private static final byte[] PLAIN = "nobody's business".getBytes(UTF_8);
    private static final DataSource DATABASE = Databases.fresh().dataSource();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final FakeVault vault = new FakeVault();
    private final String key = vault.key("parley");

    @BeforeAll
    static void migrate() {
        PlatformTables.migrate(DATABASE);
    }

    @BeforeEach
    void forget() {
        jdbc.sql("truncate platform.master_key").update();
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Test
    void what_is_sealed_under_a_key_of_vault_opens_in_another_replica_and_needs_vault_at_the_start_only() {
        Secrets one = secrets(key, "");
        Secrets other = secrets(key, "");
        vault.seal();

        byte[] sealed = one.seal(PLAIN, "connector:1");

        assertThat(other.open(sealed, "connector:1")).isEqualTo(PLAIN);
        assertThat(other.keyFor("a")).isEqualTo(one.keyFor("a"));
        assertThat(vault.asked).hasValue(3);
    }

    @Test
    void replicas_that_start_together_have_one_key() throws InterruptedException, ExecutionException {
        List<Callable<Secrets>> replicas =
                List.of(() -> secrets(key, ""), () -> secrets(key, ""), () -> secrets(key, ""));

        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Secrets>> started = all.invokeAll(replicas);
            byte[] first = started.getFirst().get().keyFor("a");
            for (Future<Secrets> replica : started) {
                assertThat(replica.get().keyFor("a")).isEqualTo(first);
            }
        }
    }

    @Test
    void the_database_alone_opens_nothing() {
        Secrets secrets = secrets(key, "");

        byte[] kept = jdbc.sql("select sealed from platform.master_key")
                .query(byte[].class)
                .single();
        assertThat(new String(kept, UTF_8)).startsWith("vault:v1:");
        byte[] sealed = secrets.seal(PLAIN, "connector:1");
        assertThat(new String(sealed, UTF_8)).doesNotContain("business");
    }

    @Test
    void from_a_text_to_a_key_of_vault_to_another_and_back_what_was_sealed_before_still_opens() {
        String second = vault.key("second");
        byte[] underText = secrets(TEXT, "").seal(PLAIN, "connector:1");

        Secrets toVault = secrets(key, TEXT);
        assertThat(toVault.open(underText, "connector:1")).isEqualTo(PLAIN);
        byte[] underVault = toVault.seal(PLAIN, "connector:1");
        assertThat(secrets(key, "").open(underVault, "connector:1")).isEqualTo(PLAIN);

        Secrets toSecond = secrets(second, key);
        assertThat(toSecond.open(underVault, "connector:1")).isEqualTo(PLAIN);
        byte[] underSecond = toSecond.seal(PLAIN, "connector:1");

        Secrets back = secrets(TEXT, second);
        assertThat(back.open(underSecond, "connector:1")).isEqualTo(PLAIN);
        assertThat(secrets(TEXT, "").open(back.seal(PLAIN, "connector:1"), "connector:1"))
                .isEqualTo(PLAIN);
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> secrets(TEXT, "").open(underSecond, "connector:1"));
    }

    @Test
    void a_key_of_before_with_which_nothing_was_sealed_here_is_not_asked_for() {
        secrets(TEXT, key);

        assertThat(vault.asked).hasValue(0);
    }

    @Test
    void another_key_of_the_same_name_is_refused_and_the_old_one_stays_kept() {
        secrets(key, "");
        byte[] kept = jdbc.sql("select sealed from platform.master_key")
                .query(byte[].class)
                .single();
        vault.key("parley");

        refused(key, "", "SECRET_KEY=" + key, "sealed with another one");
        refused(TEXT, key, "SECRET_KEY_PREVIOUS=" + key, "sealed with another one");
        assertThat(jdbc.sql("select sealed from platform.master_key")
                        .query(byte[].class)
                        .single())
                .isEqualTo(kept);
    }

    @Test
    void a_key_that_was_made_for_one_service_does_not_open_for_another() {
        secrets(key, "");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> secrets(key, "", new VaultSettings(FakeVault.TOKEN, "", ""), "agent-service"));
    }

    @Test
    void a_vault_that_is_down_sealed_or_without_that_key_is_told_in_one_line_and_nothing_is_kept() {
        refused(key + "-not", "", "has no such key");
        refused(key.replace("/transit/", "/transfer/"), "", "has no transit engine there");
        vault.seal();
        refused(key, "", "cannot answer now (HTTP 503)");
        vault.close();
        refused(key, "", "does not answer");
        assertThat(jdbc.sql("select count(*) from platform.master_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_token_that_may_not_is_told_and_not_shown() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> secrets(key, "", new VaultSettings("hvs.other", "", ""), "test"))
                .withMessageContaining("look at token and policy (HTTP 403)")
                .withMessageNotContaining("hvs.other");
    }

    @Test
    void the_token_may_be_in_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), FakeVault.TOKEN + "\n");

        assertThat(secrets(key, "", new VaultSettings("", file.toString(), ""), "test")
                        .keyFor("a"))
                .hasSize(32);
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> secrets(key, "", new VaultSettings("", file + "-not", ""), "test"))
                .withMessageStartingWith("VAULT_TOKEN_FILE=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws-kms://arn:aws:kms:eu-central-1:1:key/2",
                "hcvault://vault:8200",
                "hcvault://vault:8200/transit/keys/",
                "hcvault://vault:8200/../keys/parley",
                "hcvault://user:password@vault:8200/transit/keys/parley"
            })
    void what_is_no_address_of_a_key_is_refused(String uri) {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> secrets(uri, ""))
                .withMessageStartingWith("SECRET_KEY is not accepted")
                .withMessageNotContaining("password@");
    }

    @Test
    void in_production_a_key_is_asked_for_over_tls_or_on_this_host() {
        assertThat(VaultKey.of("SECRET_KEY", "hcvault://vault:8200/a/transit/keys/parley", Stage.PRODUCTION)
                        .toDo("encrypt"))
                .hasToString("https://vault:8200/v1/a/transit/encrypt/parley");
        assertThat(VaultKey.of("SECRET_KEY", "hcvault+http://localhost:8100/transit/keys/parley", Stage.PRODUCTION)
                        .address())
                .hasToString("http://localhost:8100");
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() ->
                        VaultKey.of("SECRET_KEY", "hcvault+http://vault:8200/transit/keys/parley", Stage.PRODUCTION))
                .withMessageContaining("same host");
    }

    private void refused(String secret, String previous, String... words) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> secrets(secret, previous))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains(words).doesNotContain("\n"));
    }

    private Secrets secrets(String secret, String previous) {
        return secrets(secret, previous, new VaultSettings(FakeVault.TOKEN, "", ""), "test");
    }

    private Secrets secrets(String secret, String previous, VaultSettings settings, String service) {
        var environment = new MockEnvironment().withProperty("spring.application.name", service);
        var tokens = new TokenSettings(SigningAlgorithm.RS256, secret, "parley", "parley", true, List.of());
        var operator = new OperatorSecrets(tokens, settings, environment, () -> new MasterKeys(jdbc));
        byte[] current = operator.current();
        return new Secrets(current, KeyEncryption.envelope(current, operator.before(previous)));
    }
}
