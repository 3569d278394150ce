package dev.parley.platform.work;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the tables should hold: a queue for each lane, of which only the head runs. It knows nothing of workers, and is told
 * what was asked and what was answered.
 */
final class ExpectedWork {

    private final Map<UUID, ExpectedItem> items = new LinkedHashMap<>();
    private final Map<String, Deque<ExpectedItem>> lanes = new HashMap<>();
    private final Map<UUID, NewWork> scheduled = new LinkedHashMap<>();
    private final Map<String, Integer> runningAttempts = new HashMap<>();
    private final Set<UUID> cancelledUnseen = new HashSet<>();

    ExpectedItem item(UUID id) {
        ExpectedItem item = items.get(id);
        if (item == null) {
            throw new AssertionError("an item that nobody put: " + id);
        }
        return item;
    }

    Collection<ExpectedItem> all() {
        return items.values();
    }

    boolean knows(UUID id) {
        return items.containsKey(id);
    }

    boolean hasEnded(UUID id) {
        return knows(id) && item(id).ended;
    }

    boolean allEnded() {
        return items.values().stream().allMatch(item -> item.ended);
    }

    void put(NewWork work, boolean dueLater) {
        ExpectedItem known = items.get(work.id());
        if (known == null) {
            arrive(work, dueLater);
        } else if (known.ended && !known.erased) {
            known.ended = false;
            known.resending = true;
            known.lane = known.home;
            join(known);
        }
    }

    private void arrive(NewWork work, boolean dueLater) {
        ExpectedItem item = new ExpectedItem(work.id(), work.lane());
        items.put(item.id, item);
        if (cancelledUnseen.contains(item.id)) {
            item.cancelled = true;
            leave(item);
        } else if (dueLater) {
            scheduled.put(item.id, work);
        } else {
            join(item);
        }
    }

    void joined(NewWork work) {
        if (scheduled.remove(work.id()) != null) {
            join(item(work.id()));
        }
    }

    Collection<NewWork> scheduled() {
        return List.copyOf(scheduled.values());
    }

    void cancel(UUID id) {
        ExpectedItem item = items.get(id);
        if (item == null) {
            cancelledUnseen.add(id);
        } else if (!item.ended && !item.cancelled && !item.givingUp && !item.resending) {
            item.cancelled = true;
            scheduled.remove(id);
            if (queue(item.lane).peekFirst() != item) {
                queue(item.lane).remove(item);
                leave(item);
            }
        }
    }

    /** It waited for somebody, and something had come behind it. */
    void superseded(UUID id) {
        ExpectedItem item = item(id);
        check(isHead(item) && !runningAttempts.containsKey(item.lane), item, "was superseded and did not wait");
        check(queue(item.lane).size() > 1, item, "was superseded by nothing");
        cancel(id);
    }

    void cancelAll(String lane) {
        items.values().stream()
                .filter(item -> item.lane.equals(lane))
                .sorted((one, other) -> Boolean.compare(isHead(one), isHead(other))) // the head as it was before
                .toList()
                .forEach(item -> cancel(item.id));
    }

    void erase(String lane) {
        cancelAll(lane);
        items.values().stream().filter(item -> item.home.equals(lane)).forEach(item -> item.erased = true);
    }

    void claimed(UUID id, int attempt, Todo todo) {
        ExpectedItem item = item(id);
        check(isHead(item), item, "was claimed and is not at the head of its lane");
        check(!runningAttempts.containsKey(item.lane), item, "was claimed beside another run in its lane");
        check(attempt == item.attempt + 1, item, "was claimed as attempt " + attempt + " after " + item.attempt);
        check(fits(item, todo), item, "was claimed to " + todo);
        item.attempt = attempt;
        runningAttempts.put(item.lane, attempt);
    }

    private static boolean fits(ExpectedItem item, Todo todo) {
        return switch (todo) {
            case Todo.Resend() -> item.resending;
            case Todo.Cancel(String _) -> item.cancelled && !item.resending && !item.givingUp;
            case Todo.GiveUp(Failure _, boolean decided) -> item.givingUp == decided && !item.resending;
            case Todo.Bury _ -> true;
            case Todo.Run _ -> !item.cancelled && !item.resending && !item.givingUp;
        };
    }

    boolean isCurrent(UUID id, int attempt) {
        ExpectedItem item = item(id);
        return isHead(item) && attempt == runningAttempts.getOrDefault(item.lane, -1);
    }

    void settled(Settlement told, boolean accepted) {
        ExpectedItem item = item(told.id());
        boolean current = isCurrent(told.id(), told.attempt());
        check(
                accepted == current,
                item,
                "attempt %d is current: %s, accepted: %s".formatted(told.attempt(), current, accepted));
        if (accepted) {
            switch (told.verdict()) {
                case Verdict.Decided _ -> item.givingUp = true;
                case Verdict.Postponed _, Verdict.Paused _ -> runningAttempts.remove(item.lane);
                case Verdict.Ended(Verdict.End end) -> end(item, end);
            }
        }
    }

    private void end(ExpectedItem item, Verdict.End end) {
        runningAttempts.remove(item.lane);
        queue(item.lane).removeFirst();
        item.ended = true;
        if (!item.resending) {
            item.state = switch (end) {
                case DONE -> "done";
                case CANCELLED -> "cancelled";
                case GIVEN_UP -> "dead";
            };
        }
        item.resending = false;
        item.givingUp = false;
    }

    void dueAgain(UUID id) {
        ExpectedItem item = item(id);
        check(isHead(item) && runningAttempts.remove(item.lane) != null, item, "was taken away and did not run");
    }

    private void join(ExpectedItem item) {
        queue(item.lane).addLast(item);
    }

    private void leave(ExpectedItem item) {
        item.lane = "cancelled/" + item.id;
        join(item);
    }

    private boolean isHead(ExpectedItem item) {
        return queue(item.lane).peekFirst() == item;
    }

    private Deque<ExpectedItem> queue(String lane) {
        return lanes.computeIfAbsent(lane, _ -> new ArrayDeque<>());
    }

    static void check(boolean holds, ExpectedItem item, String otherwise) {
        if (!holds) {
            throw new AssertionError(item.name() + " " + otherwise);
        }
    }
}
