package dev.parley.conversation.takeout;

import dev.parley.conversation.identity.Delegation;
import dev.parley.conversation.privacy.Archive;
import dev.parley.conversation.privacy.PersonalData;
import dev.parley.platform.takeout.Piece;
import dev.parley.platform.takeout.TakeoutAutoConfiguration;
import dev.parley.platform.takeout.TakeoutReader;
import dev.parley.platform.work.RetryLater;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What other services keep of people. They say themselves what it is; it is copied as it comes, a piece in memory at a time. One
 * that does not answer is waited for, before anything else is copied: an export is whole, or is not there. It goes with its person by {@code identity.events}.
 */
@Component
@Order(0)
@EnableConfigurationProperties(TakeoutSettings.class)
class KeptElsewhere implements PersonalData, AutoCloseable {
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final Delegation delegation;
    private final TakeoutSettings settings;
    private final HttpClient http;

    KeptElsewhere(Delegation delegation, TakeoutSettings settings) {
        this.delegation = delegation;
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.patience())
                .build();
    }

    /** Few, beside what was said. */
    @Override
    public long count(UUID user) {
        return settings.services().size();
    }

    @Override
    public void copyTo(Archive archive, UUID user) throws IOException {
        for (Map.Entry<String, List<URI>> service : settings.services().entrySet()) {
            if (!service.getValue().isEmpty()) {
                copy(service.getKey(), service.getValue(), archive, user);
            }
        }
    }

    @Override
    public boolean eraseNext(UUID user) {
        return false;
    }

    private void copy(String service, List<URI> replicas, Archive archive, UUID user) throws IOException {
        try (InputStream kept = ask(service, replicas, delegation.tokenOf(user))) {
            TakeoutReader.read(kept, new Copying(archive)::take);
        } catch (IOException e) {
            throw new RetryLater(service + " has not handed over everything", UNTIL_IT_ANSWERS, e);
        }
    }

    private InputStream ask(String service, List<URI> replicas, String token) {
        IOException last = null;
        for (URI replica : replicas) {
            try {
                return ask(replica, token);
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RetryLater(service + " was not waited for", UNTIL_IT_ANSWERS, e);
            }
        }
        throw new RetryLater(service + " does not answer", UNTIL_IT_ANSWERS, last);
    }

    private InputStream ask(URI replica, String token) throws IOException, InterruptedException {
        URI address = URI.create(replica.toString().replaceFirst("/$", "") + TakeoutAutoConfiguration.PATH);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(settings.patience())
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != OK) {
            answer.body().close();
            throw new IOException("the answer is " + answer.statusCode());
        }
        return new ImpatientStream(answer.body(), settings.patience());
    }

    /** The pieces of a file follow each other. */
    private static final class Copying {
        private final Archive archive;
        private @Nullable String file;

        Copying(Archive archive) {
            this.archive = archive;
        }

        void take(String name, Piece piece) throws IOException {
            if (!name.equals(file)) {
                archive.begin(name);
                file = name;
            }
            if (piece.line() != null) {
                archive.add(piece.line());
            }
            if (piece.bytes() != null) {
                archive.addBytes(piece.bytes());
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
