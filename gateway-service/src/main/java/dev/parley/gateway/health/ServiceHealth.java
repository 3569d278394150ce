package dev.parley.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a service is: as its replicas are together, and as fast as the slowest of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceHealth(State status, @Nullable Double latencyMs, Replicas replicas) {

    /** @param members each by itself; only administrators see them */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Replicas(long up, int all, @Nullable List<Member> members) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Member(String address, State status, @Nullable Double latencyMs) {
        static Member of(ReplicaHealth replica) {
            return new Member(
                    replica.address(),
                    replica.itself().status(),
                    replica.itself().latencyMs());
        }
    }

    static ServiceHealth of(List<ReplicaHealth> members, boolean withAddresses) {
        List<State> states =
                members.stream().map(member -> member.itself().status()).toList();
        Double slowest = members.stream()
                .map(member -> member.itself().latencyMs())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Replicas replicas = new Replicas(
                states.stream().filter(State::works).count(),
                members.size(),
                withAddresses ? members.stream().map(Member::of).toList() : null);
        return new ServiceHealth(State.ofReplicas(states), slowest, replicas);
    }
}
