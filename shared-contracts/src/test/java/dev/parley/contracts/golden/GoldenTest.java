package dev.parley.contracts.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.schema.EventSchemas;
import dev.parley.platform.messaging.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writers write the golden JSON and readers read it, whatever a later writer adds to it. */
class GoldenTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final Map<String, ObjectNode> SCHEMAS = EventSchemas.all();

    static List<Sample> samples() {
        return Samples.all();
    }

    @Test
    void every_type_of_event_has_a_sample() {
        assertThat(samples().stream().map(Sample::wireType).collect(Collectors.toSet()))
                .isEqualTo(EventSchemas.types().keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_writer_writes_the_golden_json(Sample sample) {
        assertThat(GoldenFiles.written(sample)).isEqualTo(GoldenFiles.golden(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_reader_reads_the_golden_json(Sample sample) {
        assertThat(read(GoldenFiles.golden(sample), sample)).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_reader_ignores_what_it_does_not_know(Sample sample) {
        JsonNode later = GoldenFiles.golden(sample);
        addUnknownFields(later, schemaOf(sample));

        assertThat(read(later, sample)).isEqualTo(sample.event());
        assertThat(errors(later, sample)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_golden_json_fits_its_schema(Sample sample) {
        assertThat(errors(GoldenFiles.golden(sample), sample)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_absent_is_left_out_and_may_be(Sample sample) {
        Sample bare = new Sample(sample.name(), Absent.in(sample.event()));

        JsonNode json = GoldenFiles.written(bare);

        assertThat(json.toString()).doesNotContain("null");
        assertThat(errors(json, bare)).isEmpty();
        assertThat(read(json, bare)).isEqualTo(bare.event());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_property_of_the_json_is_in_the_schema(Sample sample) {
        assertThat(schemaOf(sample).get("properties").propertyNames())
                .containsAll(GoldenFiles.written(sample).propertyNames());
    }

    private static ObjectNode schemaOf(Sample sample) {
        return Objects.requireNonNull(SCHEMAS.get(sample.wireType()));
    }

    private static Event read(JsonNode json, Sample sample) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return WireJson.read(bytes, sample.event().getClass());
    }

    private static List<?> errors(JsonNode json, Sample sample) {
        return REGISTRY.getSchema(schemaOf(sample).toString()).validate(json.toString(), InputFormat.JSON);
    }

    /** To every object that has a shape; what a tool is given or gives is its own. */
    private static void addUnknownFields(JsonNode json, JsonNode schema) {
        if (json instanceof ObjectNode object && schema.has("properties")) {
            object.propertyNames()
                    .forEach(name -> addUnknownFields(
                            object.get(name), schema.get("properties").path(name)));
            object.putObject("added_later").put("deep", 1);
        }
        StreamSupport.stream(
                        json.isArray()
                                ? json.spliterator()
                                : List.<JsonNode>of().spliterator(),
                        false)
                .forEach(item -> addUnknownFields(item, schema.path("items")));
    }
}
