package dev.parley.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.local.process.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private final List<String> said = new ArrayList<>();

    @Test
    void the_bundled_samples_are_put_in_once() throws IOException {
        try (FakeGateway gateway = new FakeGateway()) {
            Samples.bundled(said::add).putInto(gateway.url());
            int keys = gateway.idempotencyKeys.size();
            Samples.bundled(said::add).putInto(gateway.url());

            assertThat(gateway.conversations).hasSizeGreaterThanOrEqualTo(4);
            assertThat(gateway.idempotencyKeys).hasSize(keys).doesNotHaveDuplicates();
        }
        assertThat(said).anyMatch(line -> line.contains("added")).anyMatch(line -> line.contains("there already"));
    }

    @Test
    void a_conversation_that_was_broken_off_is_completed() throws IOException {
        Samples samples = new Samples(List.of(new Sample("trip", List.of("Where?", "When?"))), said::add);
        try (FakeGateway gateway = new FakeGateway()) {
            gateway.conversations.put("earlier", new ArrayList<>(List.of("Where?")));

            samples.putInto(gateway.url());

            assertThat(gateway.conversations)
                    .containsOnlyKeys("earlier")
                    .containsEntry("earlier", List.of("Where?", "When?"));
            assertThat(gateway.idempotencyKeys).containsExactly("sample-trip-2");
        }
    }

    @Test
    void a_stack_that_does_not_run_is_said_plainly() {
        Samples samples = new Samples(List.of(), said::add);
        int nobody = Ports.free();

        assertThatThrownBy(() -> samples.putInto("http://127.0.0.1:" + nobody))
                .hasMessageContaining("is the stack up?");
    }
}
