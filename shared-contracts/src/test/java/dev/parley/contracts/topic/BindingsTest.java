package dev.parley.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services bind the topics that they are declared to read and write, under their own names. */
class BindingsTest {

    /** Read by tails without a group, which are not bindings. */
    private static final Set<Topic> TAILED = EnumSet.of(
            Topic.TURN_STREAM, Topic.LOCATION_RESULTS, Topic.AGENT_CATALOG, Topic.IDENTITY_EVENTS, Topic.SIGN_INS);

    static List<ServiceBindings> services() throws IOException {
        Path root = Path.of("").toAbsolutePath().resolveSibling("");
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> folder.toString().endsWith("-service"))
                    .flatMap(folder -> ServiceBindings.of(folder).stream())
                    .toList();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("services")
    void what_is_bound_is_declared(ServiceBindings service) {
        for (ServiceBindings.Binding binding : service.bindings()) {
            Topic topic = topic(binding.destination());

            assertThat(binding.isInput() ? topic.readers() : topic.writers())
                    .as("%s of %s", binding, service)
                    .contains(service.name());
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("services")
    void what_is_declared_is_bound(ServiceBindings service) {
        Set<String> declared = Stream.of(Topic.values())
                .filter(topic -> topic.readers().contains(service.name()) && !TAILED.contains(topic))
                .map(Topic::topicName)
                .collect(Collectors.toSet());

        assertThat(service.bindings().stream()
                        .filter(ServiceBindings.Binding::isInput)
                        .map(ServiceBindings.Binding::destination))
                .as("inputs of %s", service)
                .containsAll(declared);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("services")
    void a_reader_has_the_group_of_its_service_or_one_that_begins_with_its_name(ServiceBindings service) {
        assertThat(service.bindings())
                .filteredOn(ServiceBindings.Binding::isInput)
                .allSatisfy(binding -> assertThat(binding.group()).matches(service.name() + "(-[a-z]+)?"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("services")
    void every_function_has_a_binding(ServiceBindings service) {
        assertThat(service.bindings().stream().map(ServiceBindings.Binding::function))
                .as("functions of %s", service)
                .containsExactlyInAnyOrderElementsOf(service.functions());
    }

    private static Topic topic(String name) {
        return Stream.of(Topic.values())
                .filter(topic -> topic.topicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not declared"));
    }
}
