package dev.parley.conversation.work;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.web.Limit;
import dev.parley.platform.work.WorkStatus;
import dev.parley.platform.work.WorkView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of all services as if it were one. Safe for many threads. */
final class AllWork {
    private static final Logger log = LoggerFactory.getLogger(AllWork.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** One more tells that there is a next page, and one may be the last of the page before. */
    private static final int MORE = 2;

    private final List<WorkSource> sources;
    private final Executor threads = Thread::startVirtualThread;

    AllWork(List<WorkSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** A service's part of a page; empty of one that is away. */
    private record Part(String service, boolean away, List<WorkView> items) {}

    /** Newest first. A service that does not answer is named; its work comes on no page then. */
    WorkPage list(WorkStatus.@Nullable State state, @Nullable Place after, Limit limit, String token) {
        List<CompletableFuture<Part>> asked = sources.stream()
                .map(source -> CompletableFuture.supplyAsync(() -> part(source, state, after, limit, token), threads))
                .toList();
        List<Part> parts = asked.stream().map(AllWork::result).toList();
        List<WorkView> all = parts.stream()
                .flatMap(part -> part.items().stream())
                .filter(item -> after == null || after.isBefore(item))
                .sorted(Place.NEWEST_FIRST)
                .toList();
        List<WorkView> shown = all.subList(0, Math.min(all.size(), limit.value()));
        return new WorkPage(
                shown,
                shown.size() == all.size()
                        ? null
                        : Place.behind(shown.getLast()).encode(),
                parts.stream().filter(Part::away).map(Part::service).toList());
    }

    /** @throws ProblemException 404 when no service knows it, 503 when one that is away may, 409 when it cannot be done */
    WorkView replay(UUID id, String token) {
        return where(source -> source.replay(id, token));
    }

    /** @throws ProblemException as {@link #replay} */
    WorkView cancel(UUID id, String reason, String token) {
        return where(source -> source.cancel(id, reason, token));
    }

    private static Part part(
            WorkSource source, WorkStatus.@Nullable State state, @Nullable Place after, Limit limit, String token) {
        try {
            UUID before = after == null ? null : after.bound();
            return new Part(source.service(), false, source.list(state, before, limit.value() + MORE, token));
        } catch (ServiceAway | ProblemException e) {
            log.warn("The work of {} cannot be shown", source.service(), e);
            return new Part(source.service(), true, List.of());
        }
    }

    private static Part result(CompletableFuture<Part> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** One service after the other: the id says nothing of whose it is. */
    private WorkView where(Function<WorkSource, WorkView> change) {
        List<String> away = new ArrayList<>();
        for (WorkSource source : sources) {
            try {
                return change.apply(source);
            } catch (ServiceAway e) {
                log.warn("The work of {} cannot be changed", source.service(), e);
                away.add(source.service());
            } catch (ProblemException e) {
                if (e.code() != ProblemCode.NOT_FOUND) {
                    throw e;
                }
            }
        }
        throw away.isEmpty() ? ProblemException.notFound("work") : unavailable(away);
    }

    private static ProblemException unavailable(List<String> away) {
        return new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE,
                        "No service that answers has this work; it may be of " + String.join(", ", away) + ".")
                .retryAfter(RETRY);
    }
}
