package dev.parley.contracts.asyncapi;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.schema.EventSchemas;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventTypes;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The messages, and the schemas of their payloads and headers. */
final class Components {

    private Components() {}

    static ObjectNode all() {
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        ObjectNode messages = components.putObject("messages");
        for (Topic topic : Topic.values()) {
            new TreeMap<>(EventTypes.on(topic))
                    .forEach((wireType, type) -> messages.set(wireType, message(topic, type)));
        }
        ObjectNode schemas = components.putObject("schemas");
        schemas.setAll(Headers.schemas());
        EventSchemas.all().forEach((wireType, schema) -> schemas.set(wireType, withoutDialect(schema)));
        return components;
    }

    private static ObjectNode message(Topic topic, Class<? extends Event> type) {
        String wireType = Event.typeOf(type);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("name", wireType);
        message.put("title", type.getSimpleName());
        message.put("summary", EventSchemas.summaryOf(type));
        message.put("contentType", "application/json");
        message.putObject("headers").put("$ref", "#/components/schemas/" + Headers.of(topic));
        message.putObject("payload").put("$ref", "#/components/schemas/" + wireType);
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", topic.key());
        kafka.put("bindingVersion", "0.5.0");
        return message;
    }

    /** An AsyncAPI schema has neither; otherwise ours are of the kind that it knows. */
    private static ObjectNode withoutDialect(ObjectNode schema) {
        ObjectNode copy = schema.objectNode();
        schema.properties().stream()
                .filter(keyword -> !keyword.getKey().startsWith("$"))
                .map(Map.Entry::copyOf)
                .forEach(keyword -> copy.set(keyword.getKey(), keyword.getValue()));
        return copy;
    }
}
