package dev.parley.conversation.work;

import dev.parley.platform.work.WorkStatus;
import dev.parley.platform.work.WorkView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work of one service. Everything that it does may be refused with a {@link dev.parley.platform.problem.ProblemException},
 * and is {@link ServiceAway} when the service does not answer.
 */
interface WorkSource {
    /** The service's name. */
    String service();

    /** @param before absent: from the newest on */
    List<WorkView> list(WorkStatus.@Nullable State state, @Nullable UUID before, int limit, String token);

    WorkView replay(UUID id, String token);

    WorkView cancel(UUID id, String reason, String token);
}
