package dev.parley.platform.http;

import dev.parley.contracts.id.ConversationId;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.Callers;
import dev.parley.platform.security.Open;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Open
class ThingController {
    private static final int ALL = 25;

    enum Kind {
        BIG,
        SMALL
    }

    record Line(@Positive BigDecimal unitPrice) {}

    record NewThing(
            @NotBlank @Size(max = 20) String displayName,
            @Nullable Integer itemCount,
            @Nullable Boolean active,
            @Nullable Kind kind,
            @Nullable UUID ownerId,
            @Nullable Instant startsAt,
            @Nullable List<@Valid Line> lines,
            @Nullable Map<String, Object> settings) {}

    private final Callers callers;

    ThingController(Callers callers) {
        this.callers = callers;
    }

    @Operation(summary = "Creates a thing")
    @PostMapping("/things")
    NewThing create(@RequestBody @Valid NewThing thing) {
        return thing;
    }

    @Operation(summary = "Lists things")
    @GetMapping("/things")
    Page<Integer> list(Limit limit, @Nullable Cursor cursor) {
        int first = cursor == null ? 0 : Math.toIntExact(cursor.number(0)) + 1;
        List<Integer> rows = IntStream.range(first, Math.min(ALL, first + limit.plusOne()))
                .boxed()
                .toList();
        return Page.of(rows, limit, Cursor::of);
    }

    @Operation(summary = "One thing")
    @GetMapping(path = "/things/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> one(@PathVariable ConversationId id, Caller caller) {
        return Map.of("id", id, "owner_id", caller.principal().id());
    }

    @Operation(summary = "Finds things")
    @GetMapping("/search")
    Map<String, Object> search(
            @RequestParam String q,
            @RequestParam(name = "radius_m", defaultValue = "10") @Min(1) int radius,
            @RequestParam(required = false) @Nullable Kind kind) {
        return Map.of("q", q, "radius_m", radius);
    }

    @Operation(summary = "A thing by a UUID of its own")
    @ApiResponse(responseCode = "404", description = "There is no such thing")
    @GetMapping("/plain/{id}")
    Map<String, Object> plain(@PathVariable UUID id) {
        return Map.of("id", id);
    }

    record Question(@Nullable String sessionId) {}

    @Operation(summary = "Asks as the session in the body")
    @PostMapping("/ask")
    Map<String, Object> ask(@RequestBody Question question, HttpServletRequest request) {
        return Map.of(
                "id", callers.of(request, question.sessionId()).principal().id());
    }
}
