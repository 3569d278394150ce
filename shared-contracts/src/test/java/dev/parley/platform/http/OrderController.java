package dev.parley.platform.http;

import dev.parley.platform.idempotency.Answer;
import dev.parley.platform.idempotency.Idempotency;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.Open;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Open
class OrderController {
    record Order(String what) {}

    record Created(UUID orderId) {}

    private final Idempotency idempotency;

    OrderController(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Operation(summary = "Orders something, once for each key")
    @PostMapping("/orders")
    ResponseEntity<byte[]> order(@RequestBody Order order, Caller caller, @Nullable IdempotencyKey key) {
        return idempotency.once(caller, key, idempotency.hash("POST /orders", order), () -> {
            UUID id = UUID.randomUUID();
            return Answer.created(URI.create("/orders/" + id), new Created(id));
        });
    }
}
