package dev.parley.gateway.docs;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The event contracts as JSON, from the document that comes with the shared contracts. */
@Component
final class AsyncApi {

    private static final ClassPathResource SOURCE = new ClassPathResource("asyncapi.yaml");

    private final Mono<byte[]> cached;

    AsyncApi(JsonMapper json) {
        this.cached = Mono.fromSupplier(() -> json.writeValueAsBytes(YamlDocument.read(SOURCE, json)))
                .cache();
    }

    Mono<byte[]> bytes() {
        return SOURCE.exists()
                ? cached
                : Mono.error(
                        new ProblemException(ProblemCode.NOT_FOUND, "This build has no description of its events."));
    }
}
