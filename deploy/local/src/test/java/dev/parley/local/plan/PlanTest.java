package dev.parley.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void every_service_has_its_usual_ports_when_they_are_free() {
        Plan plan = plan(EnumSet.allOf(Service.class), Map.of(), Set.of(), Set.of());

        assertThat(plan.replicas())
                .extracting(Replica::name, Replica::port, Replica::managementPort)
                .containsExactly(
                        tuple("gateway-service", 8000, 9000),
                        tuple("chat-service", 8010, 9010),
                        tuple("agent-service", 8020, 9020),
                        tuple("location-service", 8030, 9030),
                        tuple("conversation-service", 8040, 9040));
        assertThat(plan.gatewayUrl()).isEqualTo("http://127.0.0.1:8000");
    }

    @Test
    void replicas_get_ports_of_their_own_and_are_listed_together() {
        Plan plan = plan(EnumSet.allOf(Service.class), Map.of(Service.AGENT, 2), Set.of(), Set.of(8021));

        assertThat(plan.addresses())
                .containsEntry("AGENT_SERVICE_URL", "http://127.0.0.1:8020,http://127.0.0.1:8022")
                .containsEntry("CHAT_SERVICE_URL", "http://127.0.0.1:8010")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
                .containsEntry("DATABASE_URL", "postgresql://parley_application:parley@127.0.0.1:5433/parley")
                .containsEntry("DATABASE_MIGRATION_URL", "postgresql://parley:parley@127.0.0.1:5433/parley");
        assertThat(plan.replicas()).extracting(Replica::name).contains("agent-service", "agent-service-2");
    }

    @Test
    void a_gateway_on_any_port_takes_all_others_off_their_usual_places() {
        AtomicInteger next = new AtomicInteger(40_000);
        Wishes wishes = new Wishes(0, 0, 0, EnumSet.allOf(Service.class), Map.of(), Set.of());

        Plan plan = Plan.of(wishes, new PortBook(_ -> true, next::incrementAndGet));

        assertThat(plan.replicas())
                .flatExtracting(Replica::port, Replica::managementPort)
                .allSatisfy(port -> assertThat((int) port).isGreaterThan(40_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_service_that_is_not_started_is_looked_for_at_its_usual_place() {
        Plan plan = plan(Set.of(Service.GATEWAY), Map.of(Service.CHAT, 3), Set.of(), Set.of());

        assertThat(plan.replicas()).extracting(Replica::name).containsExactly("gateway-service");
        assertThat(plan.addresses()).containsEntry("CHAT_SERVICE_URL", "http://127.0.0.1:8010");
    }

    @Test
    void a_debugger_gets_a_port_for_the_services_that_were_named() {
        Plan plan = plan(EnumSet.allOf(Service.class), Map.of(), Set.of(Service.CHAT), Set.of(5005));

        assertThat(plan.replicas())
                .filteredOn(replica -> replica.debugPort() != 0)
                .extracting(Replica::name, Replica::debugPort)
                .containsExactly(tuple("chat-service", 5006));
    }

    @Test
    void a_service_may_be_called_by_its_short_name_and_an_unknown_one_is_answered_with_the_known() {
        assertThat(Service.named("chat")).isEqualTo(Service.CHAT);
        assertThat(Service.named("chat-service")).isEqualTo(Service.CHAT);
        assertThatThrownBy(() -> Service.named("chart"))
                .hasMessageContaining("chart")
                .hasMessageContaining("gateway-service, chat-service");
    }

    private static Plan plan(
            Set<Service> services, Map<Service, Integer> replicas, Set<Service> debug, Set<Integer> taken) {
        Wishes wishes = new Wishes(8000, 9092, 5433, services, replicas, debug);
        return Plan.of(wishes, new PortBook(port -> !taken.contains(port), () -> 40_000));
    }
}
