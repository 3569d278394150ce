package dev.parley.agent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class S3FilesTest extends FileStoreKit {
    private final S3Simulator server = new S3Simulator("key");
    private final FileStore store = store("s3://key:secret@bucket/parley?endpoint=" + server.endpoint());

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    FileStore store() {
        return store;
    }

    @Override
    UUID entered() {
        return UUID.randomUUID();
    }

    @Test
    void an_object_has_the_bucket_and_the_prefix_in_its_path() throws IOException {
        UUID id = UUID.randomUUID();
        store.write(id, 1, () -> new ByteArrayInputStream(new byte[] {7}));

        assertThat(server.objects.keySet()).containsExactly("/bucket/parley/" + id);
    }

    @Test
    void what_fails_in_passing_is_repeated_from_its_beginning() throws IOException {
        UUID id = UUID.randomUUID();
        server.failures.set(1);
        store.write(id, 3, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(server.objects.get("/bucket/parley/" + id)).containsExactly(1, 2, 3);
    }

    @Test
    void a_server_that_refuses_is_no_missing_file() {
        FileStore stranger = store("s3://other:secret@bucket?endpoint=" + server.endpoint());

        assertThatThrownBy(() -> stranger.read(UUID.randomUUID()))
                .isInstanceOf(DataAccessResourceFailureException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> stranger.delete(UUID.randomUUID()))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(() -> stranger.write(UUID.randomUUID(), 1, () -> new ByteArrayInputStream(new byte[] {1})))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void the_url_says_it_all() {
        Bucket bucket = Bucket.parse("s3://k%2Fey:s%3Aecret@my-bucket/a/b?endpoint=http://127.0.0.1:9000&region=eu-1");

        assertThat(bucket.name()).isEqualTo("my-bucket");
        assertThat(bucket.prefix()).isEqualTo("a/b/");
        assertThat(bucket.key()).isEqualTo("k/ey");
        assertThat(bucket.secret()).isEqualTo("s:ecret");
        assertThat(bucket.region()).isEqualTo("eu-1");
        assertThat(Bucket.parse("s3://bucket").prefix()).isEmpty();
        assertThat(Bucket.parse("s3://bucket").endpoint()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bucket",
                "s3://",
                "s3://UPPER",
                "s3://key@bucket",
                "s3://k:topsecret@bucket?endpoint=nowhere",
                "s3://bucket?endpoint=ftp://x",
                "s3://bucket?endpoint=http://a b"
            })
    void a_bad_url_stops_the_start_without_showing_what_may_be_secret(String url) {
        assertThatThrownBy(() -> Bucket.parse(url))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("STORAGE_URL")
                .hasMessageNotContaining("topsecret");
    }

    private static FileStore store(String url) {
        return new FileStoreConfiguration()
                .fileStore(new StorageSettings(url), JdbcClient.create(new SimpleDriverDataSource()));
    }
}
