package dev.parley.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.tool.ArgumentReader.Arguments;
import dev.parley.agent.tool.ArgumentReader.Invalid;
import dev.parley.agent.tool.ArgumentReader.Valid;
import dev.parley.agent.tool.SampleTool.Parameters;
import dev.parley.agent.tool.SampleTool.Point;
import dev.parley.agent.tool.SampleTool.Unit;
import jakarta.validation.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentReaderTest {
    record Nothing() {}

    private final ArgumentReader reader =
            new ArgumentReader(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void all_kinds_are_read() {
        Arguments<Parameters> read = reader.read("""
                {"display_name": "box", "count": 2, "unit": "IMPERIAL", "verbose": true,
                 "tags": ["a", "b"], "at": {"lat": 1.5, "lng": 2}, "unknown": 1}
                """, Parameters.class);

        assertThat(valid(read))
                .isEqualTo(new Parameters("box", 2, Unit.IMPERIAL, true, List.of("a", "b"), new Point(1.5, 2)));
    }

    @Test
    void defaults_are_filled_in_and_shown() {
        Arguments<Parameters> read = reader.read("{\"display_name\":\"box\",\"count\":null}", Parameters.class);

        assertThat(valid(read)).isEqualTo(new Parameters("box", 3, Unit.METRIC, null, null, null));
        assertThat(read.given())
                .containsEntry("count", 3)
                .containsEntry("unit", "METRIC")
                .doesNotContainKey("tags");
    }

    @Test
    void a_number_in_quotes_is_a_number() {
        assertThat(valid(reader.read("{\"display_name\":\"box\",\"count\":\"4\"}", Parameters.class))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void a_tool_without_parameters_may_be_called_with_nothing() {
        assertThat(reader.read("", Nothing.class)).isInstanceOf(Valid.class);
        assertThat(reader.read("{}", Nothing.class)).isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "[]", "\"text\"", "null", "42", "no json at all", "{\"a\":1}}"})
    void what_is_no_json_object_is_said_to_be_none(String text) {
        Arguments<Parameters> read = reader.read(text, Parameters.class);

        assertThat(problem(read)).contains("not a JSON object", "display_name");
        assertThat(read.given()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|Missing: display_name",
                "{\"display_name\":null}|Missing: display_name",
                "{\"display_name\":\"  \"}|display_name",
                "{\"display_name\":\"far too long a name\"}|display_name",
                "{\"display_name\":\"a\",\"count\":0}|count",
                "{\"display_name\":\"a\",\"count\":\"many\"}|count cannot be read",
                "{\"display_name\":\"a\",\"count\":{}}|count cannot be read",
                "{\"display_name\":\"a\",\"unit\":\"PARSEC\"}|unit cannot be read",
                "{\"display_name\":\"a\",\"tags\":[\"a\",\"b\",\"c\"]}|tags",
                "{\"display_name\":\"a\",\"at\":{\"lat\":\"north\"}}|at.lat cannot be read"
            })
    void what_is_wrong_is_named(String text, String problem) {
        assertThat(problem(reader.read(text, Parameters.class))).contains(problem);
    }

    private static Parameters valid(Arguments<Parameters> read) {
        assertThat(read).isInstanceOf(Valid.class);
        return ((Valid<Parameters>) read).parameters();
    }

    private static String problem(Arguments<Parameters> read) {
        assertThat(read).isInstanceOf(Invalid.class);
        return ((Invalid<Parameters>) read).problem();
    }
}
