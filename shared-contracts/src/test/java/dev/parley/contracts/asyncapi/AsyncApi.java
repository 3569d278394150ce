package dev.parley.contracts.asyncapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** What is on which topic, for people and tools that do not read Java: AsyncAPI 3.0. */
public final class AsyncApi {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>parley</artifactId>\\s*<version>(.+?)</version>");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private AsyncApi() {}

    public static String document() {
        return YAML.writeValueAsString(tree());
    }

    static ObjectNode tree() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("asyncapi", "3.0.0");
        describe(document.putObject("info"));
        document.put("defaultContentType", "application/json");
        addServer(document.putObject("servers").putObject("kafka"));
        document.set("channels", Channels.all());
        document.set("operations", Operations.all());
        document.set("components", Components.all());
        return document;
    }

    private static void describe(ObjectNode info) {
        info.put("title", "Parley events");
        info.put("version", version());
        info.put(
                "description",
                "What Parley's services tell each other, and data teams, over Kafka. Every record is a CloudEvent 1.0 in"
                        + " binary mode: attributes in headers, the event as JSON in the value. Delivery is at least once:"
                        + " ce_id is equal for the same event sent again. Schemas only grow and stay open; a new meaning is"
                        + " a new type. What a reader cannot use goes to the topic's dead letters, with the reason.");
        info.putObject("license").put("name", "MIT");
    }

    private static void addServer(ObjectNode server) {
        server.put("host", "{bootstrap_servers}");
        server.put("protocol", "kafka");
        server.put("description", "The broker that KAFKA_BOOTSTRAP_SERVERS names.");
        server.putObject("variables")
                .putObject("bootstrap_servers")
                .put("default", "127.0.0.1:9092")
                .put("description", "Host and port; several with commas between them.");
    }

    private static String version() {
        try {
            Matcher found = VERSION.matcher(Files.readString(Path.of("pom.xml")));
            if (!found.find()) {
                throw new AssertionError("pom.xml names no version of its parent");
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
