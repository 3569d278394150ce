package dev.parley.contracts.asyncapi;

import dev.parley.contracts.topic.Topic;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who sends and receives on which channel. */
final class Operations {

    private Operations() {}

    static ObjectNode all() {
        ObjectNode operations = JsonNodeFactory.instance.objectNode();
        for (Topic topic : Topic.values()) {
            add(operations, topic, "send", topic.writers());
            add(operations, topic, "receive", topic.readers());
        }
        return operations;
    }

    private static void add(ObjectNode operations, Topic topic, String action, List<String> parties) {
        for (String party : parties) {
            ObjectNode operation = operations.putObject(id(party, action, topic));
            operation.put("action", action);
            operation.putObject("channel").put("$ref", "#/channels/" + topic.topicName());
            operation.put("summary", "%s %ss %s.".formatted(party, action, topic.topicName()));
            operation.putArray("tags").addObject().put("name", party);
        }
    }

    private static String id(String party, String action, Topic topic) {
        return "%s.%s.%s".formatted(party.replace(' ', '-'), action, topic.topicName());
    }
}
