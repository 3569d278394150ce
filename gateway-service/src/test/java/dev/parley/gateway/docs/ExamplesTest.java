package dev.parley.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ExamplesTest {

    private final Examples examples = new Examples(JsonMapper.shared());

    @Test
    void an_example_has_what_the_schema_describes() {
        assertThat(example("""
                {'type': 'object', 'required': ['id', 'label', 'count', 'open', 'fits', 'tags', 'more'], 'properties': {
                    'id': {'type': 'string', 'format': 'uuid'},
                    'email': {'type': ['string', 'null']},
                    'lat': {'type': 'number'},
                    'state': {'type': 'string', 'enum': ['open', 'done']},
                    'label': {'type': 'string', 'minLength': 12, 'maxLength': 14},
                    'count': {'type': 'integer', 'minimum': 5, 'maximum': 9},
                    'open': {'type': 'boolean'},
                    'kind': {'example': 'special'},
                    'fits': {'anyOf': [{'type': 'null'}, {'type': 'integer', 'maximum': 0}]},
                    'tags': {'type': 'array', 'items': {'type': 'string'}},
                    'more': {'type': 'object', 'additionalProperties': {'type': 'string', 'format': 'date'}}}}
                """)).hasToString(json("""
                        {'id': '01a1f8f0-6c1e-7d3a-9b52-3f0e8c4d7a21', 'email': 'ada@example.com', 'lat': 52.52,
                         'state': 'open', 'label': 'labellabella', 'count': 5, 'open': true, 'kind': 'special',
                         'fits': 0, 'tags': ['tags'], 'more': {'name': '2026-05-04'}}
                        """).toString());
    }

    @Test
    void a_request_is_shown_without_what_it_need_not_have_unless_that_means_something() {
        assertThat(example("""
                {'type': 'object', 'required': ['count'], 'properties': {
                    'message': {'type': 'string'}, 'conversation_id': {'type': 'string', 'format': 'uuid'},
                    'count': {'type': 'integer'}, 'stream': {'type': 'boolean', 'default': false}}}
                """)).hasToString(json("""
                        {'message': 'Where could I open a coffee bar in Berlin?', 'count': 1, 'stream': false}
                        """).toString());
    }

    @Test
    void what_holds_itself_ends() {
        assertThat(example("{'$ref': '#/components/schemas/Tree'}"))
                .isEqualTo(json("{'title': 'A coffee bar in Berlin', 'children': []}"));
    }

    @Test
    void what_is_said_already_stays() {
        ObjectNode document = document("{'schema': {'type': 'object'}, 'example': {'mine': 1}}");

        examples.addTo(document);

        assertThat(document.at("/paths/~1a/post/requestBody/content/application~1json/example"))
                .isEqualTo(json("{'mine': 1}"));
    }

    @Test
    void an_error_is_shown_as_one() {
        ObjectNode document = document("{'schema': {'type': 'object'}}");

        examples.addTo(document);

        JsonNode problem = document.at("/paths/~1a/post/responses/404/content/application~1problem+json/example");
        assertThat(problem.path("code").asString()).isEqualTo("not_found");
        assertThat(problem.path("instance").asString()).isEqualTo("/a");
    }

    private JsonNode example(String schema) {
        ObjectNode document = document("{'schema': " + schema + "}");
        examples.addTo(document);
        return document.at("/paths/~1a/post/requestBody/content/application~1json/example");
    }

    private static ObjectNode document(String body) {
        return (ObjectNode) json("""
                {'paths': {'/a': {'post': {
                    'requestBody': {'content': {'application/json': %s}},
                    'responses': {'404': {'content': {'application/problem+json': {'schema': {'type': 'object'}}}}}}}},
                 'components': {'schemas': {'Tree': {'type': 'object', 'required': ['children'], 'properties': {
                    'title': {'type': 'string'},
                    'children': {'type': 'array', 'items': {'$ref': '#/components/schemas/Tree'}}}}}}}
                """.formatted(body));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
