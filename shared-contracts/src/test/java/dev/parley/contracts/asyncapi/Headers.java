package dev.parley.contracts.asyncapi;

import static dev.parley.contracts.event.CloudEventHeaders.ATTEMPT;
import static dev.parley.contracts.event.CloudEventHeaders.CONTENT_TYPE;
import static dev.parley.contracts.event.CloudEventHeaders.ID;
import static dev.parley.contracts.event.CloudEventHeaders.SEQ;
import static dev.parley.contracts.event.CloudEventHeaders.SOURCE;
import static dev.parley.contracts.event.CloudEventHeaders.SPEC_VERSION;
import static dev.parley.contracts.event.CloudEventHeaders.SUBJECT;
import static dev.parley.contracts.event.CloudEventHeaders.TIME;
import static dev.parley.contracts.event.CloudEventHeaders.TRACEPARENT;
import static dev.parley.contracts.event.CloudEventHeaders.TRACESTATE;
import static dev.parley.contracts.event.CloudEventHeaders.TURN;
import static dev.parley.contracts.event.CloudEventHeaders.TYPE;

import dev.parley.contracts.topic.Topic;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the headers of records hold; all are text. */
final class Headers {

    private static final String EVENT = "cloud-event-headers";
    private static final String TURN_EVENT = "turn-stream-headers";

    private Headers() {}

    static String of(Topic topic) {
        return topic == Topic.TURN_STREAM ? TURN_EVENT : EVENT;
    }

    static ObjectNode schemas() {
        ObjectNode schemas = JsonNodeFactory.instance.objectNode();
        schemas.set(EVENT, event());
        schemas.set(TURN_EVENT, turnEvent());
        return schemas;
    }

    private static ObjectNode event() {
        ObjectNode schema = object(List.of(SPEC_VERSION, ID, TYPE, SOURCE, SUBJECT, TIME, CONTENT_TYPE));
        ObjectNode headers = schema.putObject("properties");
        text(headers, SPEC_VERSION, "Always 1.0.");
        text(headers, ID, "Equal for the same event sent again.").put("format", "uuid");
        text(headers, TYPE, "The name of the message.");
        text(headers, SOURCE, "The service that wrote it, such as /parley/chat-service.");
        text(headers, SUBJECT, "The key of the record.");
        text(headers, TIME, "When it was written.").put("format", "date-time");
        text(headers, CONTENT_TYPE, "Always application/json.");
        text(headers, TRACEPARENT, "W3C Trace Context; not on every piece of a stream.");
        text(headers, TRACESTATE, "W3C Trace Context.");
        return schema;
    }

    private static ObjectNode turnEvent() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode parts = schema.putArray("allOf");
        parts.addObject().put("$ref", "#/components/schemas/" + EVENT);
        ObjectNode own = object(List.of(TURN, ATTEMPT, SEQ));
        ObjectNode headers = own.putObject("properties");
        text(headers, TURN, "The turn that the record belongs to.").put("format", "uuid");
        text(headers, ATTEMPT, "Which run wrote it, as a decimal number; records of a lower one than seen are void.");
        text(headers, SEQ, "The place among the records of the turn and attempt, as a decimal number from 0.");
        parts.add(own);
        return schema;
    }

    private static ObjectNode object(List<String> required) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        required.forEach(schema.putArray("required")::add);
        return schema;
    }

    private static ObjectNode text(ObjectNode headers, String name, String description) {
        return headers.putObject(name).put("type", "string").put("description", description);
    }
}
