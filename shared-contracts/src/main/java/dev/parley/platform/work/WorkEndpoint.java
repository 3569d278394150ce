package dev.parley.platform.work;

import dev.parley.platform.settings.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** {@link WorkAdmin} on the management port, where nobody says who it is: so production only lets one look. */
@Endpoint(id = "work")
class WorkEndpoint {

    private static final int LONGEST_PAGE = 100;
    private static final int USUAL_PAGE = 20;

    private final WorkAdmin admin;
    private final Stage stage;

    WorkEndpoint(WorkAdmin admin, Stage stage) {
        this.admin = admin;
        this.stage = stage;
    }

    @ReadOperation
    WebEndpointResponse<Map<String, @Nullable Object>> list(
            @Nullable String state, @Nullable String kind, @Nullable String before, @Nullable String limit) {
        try {
            int size = limit == null ? USUAL_PAGE : size(limit);
            List<WorkStatus> items =
                    admin.list(state(state), kind, before == null ? null : uuid("before", before), size);
            Map<String, @Nullable Object> page = new LinkedHashMap<>();
            page.put("items", items.stream().map(WorkEndpoint::json).toList());
            page.put(
                    "next_before",
                    items.size() < size ? null : items.getLast().id().toString());
            return new WebEndpointResponse<>(page);
        } catch (IllegalArgumentException e) {
            return answer(400, e.getMessage());
        }
    }

    @ReadOperation
    WebEndpointResponse<Map<String, @Nullable Object>> show(@Selector String id) {
        try {
            return admin.show(uuid("id", id))
                    .map(status -> new WebEndpointResponse<>(json(status)))
                    .orElseGet(() -> answer(404, "There is no such item."));
        } catch (IllegalArgumentException e) {
            return answer(400, e.getMessage());
        }
    }

    @WriteOperation
    WebEndpointResponse<Map<String, @Nullable Object>> act(
            @Selector String id, @Selector String action, @Nullable String reason) {
        if (stage == Stage.PRODUCTION) {
            return answer(403, "In production an administrator does this: POST /api/v1/admin/work/ID/" + action + ".");
        }
        try {
            UUID item = uuid("id", id);
            return switch (action) {
                case "replay" -> told(admin.replay(item), "Only what is dead can be replayed.");
                case "cancel" ->
                    told(
                            admin.cancel(item, reason == null ? "by an operator" : Texts.storable(reason)),
                            "It has ended, or is about to end.");
                default -> answer(404, "An item can be asked for replay or cancel.");
            };
        } catch (IllegalArgumentException e) {
            return answer(400, e.getMessage());
        }
    }

    private static WebEndpointResponse<Map<String, @Nullable Object>> told(WorkAdmin.Answer answer, String refusal) {
        return switch (answer) {
            case ACCEPTED -> answer(202, "It will be done.");
            case UNKNOWN -> answer(404, "There is no such item.");
            case REFUSED -> answer(409, refusal);
            case ERASED -> answer(409, "What it was about has been erased.");
        };
    }

    private static WebEndpointResponse<Map<String, @Nullable Object>> answer(int status, @Nullable String detail) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("detail", detail);
        return new WebEndpointResponse<>(body, status);
    }

    private static Map<String, @Nullable Object> json(WorkStatus status) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", status.id().toString());
        json.put("kind", status.kind());
        json.put("lane", status.lane());
        json.put("tenant", status.tenant());
        json.put("state", status.state().name().toLowerCase(Locale.ROOT));
        json.put("attempts", status.counts().attempts());
        json.put("failures", status.counts().failures());
        json.put("crashes", status.counts().crashes());
        json.put("progress", status.progress());
        json.put("stage", status.stage());
        json.put("position", status.position());
        json.put("reason", status.reason());
        json.put("detail", status.detail());
        json.put("received_at", text(status.times().receivedAt()));
        json.put("due_at", text(status.times().dueAt()));
        json.put("expires_at", text(status.times().expiresAt()));
        json.put("deadline", text(status.times().deadline()));
        json.put("finished_at", text(status.times().finishedAt()));
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static WorkStatus.@Nullable State state(@Nullable String text) {
        try {
            return text == null ? null : WorkStatus.State.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "state is one of scheduled, waiting, running, done, cancelled, dead", unknown);
        }
    }

    private static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(name + " has to be a UUID", unreadable);
        }
    }

    private static int size(String text) {
        try {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= LONGEST_PAGE) {
                return size;
            }
            throw new IllegalArgumentException("limit has to be from 1 to 100");
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException("limit has to be a number from 1 to 100", unreadable);
        }
    }
}
