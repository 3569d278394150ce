package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.assistant.Assistant;
import dev.parley.agent.assistant.Limits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoleTest {
    private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

    @Test
    void nobody_hands_anything_to_himself_or_to_those_from_whom_he_has_it() {
        Role lead = Role.lead(assistant("a"));
        Role second = lead.handingTo(assistant("c"));

        assertThat(ids(lead)).containsExactly("b", "c", "d", "e");
        assertThat(ids(second)).containsExactly("b", "d", "e");
    }

    @Test
    void a_part_of_a_part_of_a_part_is_not_handed_on() {
        Role third = Role.lead(assistant("a")).handingTo(assistant("b")).handingTo(assistant("c"));

        assertThat(ids(third)).containsExactly("d", "e");
        assertThat(ids(third.handingTo(assistant("d")))).isEmpty();
    }

    @Test
    void one_that_there_is_not_any_more_is_not_offered() {
        assertThat(Role.lead(assistant("a")).others(id -> Optional.empty())).isEmpty();
    }

    private static List<String> ids(Role role) {
        return role.others(id -> Optional.of(assistant(id))).stream()
                .map(Assistant::id)
                .toList();
    }

    private static Assistant assistant(String id) {
        return new Assistant(id, id, id, null, null, null, ALL, List.of(), new Limits(8, null, null));
    }
}
