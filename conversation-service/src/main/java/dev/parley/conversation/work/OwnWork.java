package dev.parley.conversation.work;

import dev.parley.platform.work.AdministeredWork;
import dev.parley.platform.work.WorkStatus;
import dev.parley.platform.work.WorkView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service has itself. */
record OwnWork(AdministeredWork work) implements WorkSource {
    @Override
    public String service() {
        return work.service();
    }

    @Override
    public List<WorkView> list(WorkStatus.@Nullable State state, @Nullable UUID before, int limit, String token) {
        return work.list(state, before, limit);
    }

    @Override
    public WorkView replay(UUID id, String token) {
        return work.replay(id);
    }

    @Override
    public WorkView cancel(UUID id, String reason, String token) {
        return work.cancel(id, reason);
    }
}
