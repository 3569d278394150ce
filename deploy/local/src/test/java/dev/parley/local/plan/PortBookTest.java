package dev.parley.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortBookTest {

    private final Iterator<Integer> anyPorts = List.of(40_000, 40_000, 40_001).iterator();
    private final Set<Integer> taken = Set.of(8010, 8011, 9092, 65_535);
    private final PortBook ports = new PortBook(port -> !taken.contains(port), anyPorts::next);

    @Test
    void a_port_that_people_know_is_given_as_it_is_or_refused_with_the_way_out() {
        assertThat(ports.exactly(8000, "the gateway", "--port")).isEqualTo(8000);
        assertThatThrownBy(() -> ports.exactly(9092, "Kafka", "--kafka-port"))
                .hasMessage("Port 9092, which Kafka wants, is taken: free it, or choose another with --kafka-port N");
    }

    @Test
    void others_take_the_next_free_port() {
        assertThat(ports.from(8010)).isEqualTo(8012);
        assertThat(ports.from(8010)).isEqualTo(8013);
    }

    @Test
    void no_port_is_given_twice() {
        assertThat(ports.exactly(0, "the gateway", "--port")).isEqualTo(40_000);
        assertThat(ports.any()).isEqualTo(40_001);
    }

    @Test
    void behind_the_last_port_any_will_do() {
        assertThat(ports.from(65_535)).isEqualTo(40_000);
    }
}
