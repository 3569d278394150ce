package dev.parley.agent.file;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Where files are kept: in the database, unless a URL names another place. */
@Configuration(proxyBeanMethods = false)
class FileStoreConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    @Bean
    FileStore fileStore(StorageSettings settings, JdbcClient jdbc) {
        if (settings.url().isBlank()) {
            return new DatabaseFiles(jdbc);
        }
        Bucket bucket = Bucket.parse(settings.url());
        return new S3Files(client(bucket), bucket);
    }

    /** Without what only Amazon's own servers know: checksums behind bodies, and buckets as names of hosts. */
    private static S3Client client(Bucket bucket) {
        S3ClientBuilder client = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE)
                        .build())
                .region(Region.of(bucket.region()))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (bucket.endpoint() != null) {
            client.endpointOverride(bucket.endpoint())
                    .serviceConfiguration(s3 -> s3.pathStyleAccessEnabled(true).chunkedEncodingEnabled(false));
        }
        if (bucket.key() != null && bucket.secret() != null) {
            client.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(bucket.key(), bucket.secret())));
        }
        return client.build();
    }
}
