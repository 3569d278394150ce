package dev.parley.platform.work;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link WorkAdmin} of one service for HTTP: what cannot be done is a problem. Safe for many threads. */
public final class AdministeredWork {
    private final WorkAdmin admin;
    private final String service;

    AdministeredWork(WorkAdmin admin, String service) {
        this.admin = admin;
        this.service = service;
    }

    /** The service's name. */
    public String service() {
        return service;
    }

    /**
     * Newest first, as far as ids tell.
     *
     * @param before the id behind which the list begins; absent: from the newest on
     */
    public List<WorkView> list(WorkStatus.@Nullable State state, @Nullable UUID before, int limit) {
        return admin.list(state, null, before, limit).stream().map(this::view).toList();
    }

    /** @throws ProblemException 404 for an unknown item, 409 for one that is not dead or whose content was erased */
    public WorkView replay(UUID id) {
        return after(id, admin.replay(id), ProblemCode.WORK_NOT_DEAD, "Only what is dead can be replayed.");
    }

    /** @throws ProblemException 404 for an unknown item, 409 for one that has ended, or is about to */
    public WorkView cancel(UUID id, String reason) {
        return after(
                id,
                admin.cancel(id, Texts.storable(reason)),
                ProblemCode.WORK_HAS_ENDED,
                "It has ended, or is about to end.");
    }

    private WorkView after(UUID id, WorkAdmin.Answer answer, ProblemCode refusal, String why) {
        return switch (answer) {
            case ACCEPTED -> admin.show(id).map(this::view).orElseThrow(AdministeredWork::unknown);
            case UNKNOWN -> throw unknown();
            case REFUSED -> throw new ProblemException(refusal, why);
            case ERASED -> throw new ProblemException(ProblemCode.WORK_ERASED, "What it was about has been erased.");
        };
    }

    private WorkView view(WorkStatus status) {
        return WorkView.of(status, service);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("work");
    }
}
