package dev.parley.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiMergeTest {

    private final OpenApiMerge merge = new OpenApiMerge((ObjectNode) json("{'openapi': '3.1.0', 'paths': {}}"));

    @Test
    void what_is_the_same_is_shared() {
        add("Chat", "{'components': {'schemas': {'Problem': {'type': 'object'}}}}");
        add("Agent", "{'components': {'schemas': {'Problem': {'type': 'object'}}}}");

        assertThat(merged("/components/schemas").propertyNames()).containsExactly("Problem");
    }

    @Test
    void what_only_has_the_same_name_gets_another() {
        add("Chat", "{'components': {'schemas': {'Item': {'type': 'string'}}}}");
        add("Agent", """
                {'components': {'schemas': {
                    'Item': {'type': 'integer'},
                    'Items': {'type': 'array', 'items': {'$ref': '#/components/schemas/Item'}},
                    'Any': {'oneOf': [{'$ref': '#/components/schemas/Item'}],
                            'discriminator': {'propertyName': 'kind', 'mapping': {'item': '#/components/schemas/Item'}}}}}}
                """);

        assertThat(merged("/components/schemas/Item/type").asString()).isEqualTo("string");
        assertThat(merged("/components/schemas/AgentItem/type").asString()).isEqualTo("integer");
        assertThat(merged("/components/schemas/Items/items/$ref").asString())
                .isEqualTo("#/components/schemas/AgentItem");
        assertThat(merged("/components/schemas/Any/oneOf/0/$ref").asString())
                .isEqualTo("#/components/schemas/AgentItem");
        assertThat(merged("/components/schemas/Any/discriminator/mapping/item").asString())
                .isEqualTo("#/components/schemas/AgentItem");
    }

    @Test
    void what_looks_the_same_and_refers_to_something_else_is_not_the_same() {
        String page = "'Page': {'items': {'$ref': '#/components/schemas/Item'}}";
        add("Chat", "{'components': {'schemas': {'Item': {'type': 'string'}, " + page + "}}}");
        add("Agent", "{'components': {'schemas': {'Item': {'type': 'integer'}, " + page + "}}}");

        assertThat(merged("/components/schemas/Page/items/$ref").asString()).isEqualTo("#/components/schemas/Item");
        assertThat(merged("/components/schemas/AgentPage/items/$ref").asString())
                .isEqualTo("#/components/schemas/AgentItem");
    }

    @Test
    void only_what_can_be_reached_is_documented() {
        merge.add(
                json("{'paths': {'/a/': {'get': {}, 'post': {}}, '/internal': {'get': {}}}}"),
                "Chat",
                (method, path) -> path.equals("/a") && method.name().equals("GET"));

        assertThat(merged("/paths").propertyNames()).containsExactly("/a");
        assertThat(merged("/paths/~1a").propertyNames()).containsExactly("get");
    }

    @Test
    void operations_keep_what_their_document_said_for_all_and_ids_of_their_own() {
        add("Chat", "{'paths': {'/a': {'get': {'operationId': 'list'}}}}");
        add("Agent", """
                {'security': [{'key': []}],
                 'components': {'securitySchemes': {'key': {'type': 'http'}}},
                 'paths': {'/b': {'parameters': [{'name': 'p'}], 'get': {'operationId': 'list'},
                                  'post': {'operationId': 'create', 'security': []}}}}
                """);

        assertThat(merged("/paths/~1a/get/operationId").asString()).isEqualTo("list");
        assertThat(merged("/paths/~1b/get/operationId").asString()).isEqualTo("Agentlist");
        assertThat(merged("/paths/~1b/get/security/0").has("key")).isTrue();
        assertThat(merged("/paths/~1b/get/parameters/0/name").asString()).isEqualTo("p");
        assertThat(merged("/paths/~1b/post/security").size()).isZero();
        assertThat(merged("").has("security")).isFalse();
    }

    @Test
    void security_schemes_that_clash_are_renamed_where_they_are_required() {
        add("Chat", "{'components': {'securitySchemes': {'key': {'type': 'http'}}}}");
        add("Agent", """
                {'components': {'securitySchemes': {'key': {'type': 'apiKey'}}},
                 'paths': {'/b': {'get': {'security': [{'key': ['read']}]}}}}
                """);

        assertThat(merged("/paths/~1b/get/security/0/Agentkey/0").asString()).isEqualTo("read");
        assertThat(merged("/components/securitySchemes/Agentkey/type").asString())
                .isEqualTo("apiKey");
    }

    @Test
    void tags_are_listed_once() {
        add("Chat", "{'tags': [{'name': 'chat'}, {'name': 'shared'}]}");
        add("Agent", "{'tags': [{'name': 'shared'}, {'name': 'agent'}]}");

        assertThat(merged("/tags").findValuesAsString("name")).containsExactly("chat", "shared", "agent");
    }

    private void add(String prefix, String document) {
        merge.add(json(document), prefix, (_, _) -> true);
    }

    private JsonNode merged(String pointer) {
        return merge.merged().at(pointer);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
