package dev.parley.agent.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.dao.DataAccessResourceFailureException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** In a bucket of a server that speaks S3, each file an object. The client repeats what fails in passing. */
final class S3Files implements FileStore, AutoCloseable {
    private static final String TYPE = "application/octet-stream";

    private final S3Client client;
    private final Bucket bucket;

    S3Files(S3Client client, Bucket bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void write(UUID id, long size, FileContent content) throws IOException {
        try {
            var _ = client.putObject(
                    put -> put.bucket(bucket.name()).key(key(id)),
                    RequestBody.fromContentProvider(() -> open(content), size, TYPE));
        } catch (SdkException e) {
            throw new DataAccessResourceFailureException("The file store takes no file", e);
        }
    }

    @Override
    public InputStream read(UUID id) throws IOException {
        try {
            return client.getObject(get -> get.bucket(bucket.name()).key(key(id)));
        } catch (NoSuchKeyException e) {
            throw noFile(id, e);
        } catch (SdkException e) {
            throw new DataAccessResourceFailureException("The file store gives no file", e);
        }
    }

    @Override
    public void delete(UUID id) throws IOException {
        try {
            var _ = client.deleteObject(delete -> delete.bucket(bucket.name()).key(key(id)));
        } catch (SdkException e) {
            throw new DataAccessResourceFailureException("The file store deletes no file", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(UUID id) {
        return bucket.prefix() + id;
    }

    private static InputStream open(FileContent content) {
        try {
            return content.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileNotFoundException noFile(UUID id, Exception why) {
        var missing = new FileNotFoundException("There is no file " + id);
        missing.initCause(why);
        return missing;
    }
}
