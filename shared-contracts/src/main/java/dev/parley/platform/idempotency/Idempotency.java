package dev.parley.platform.idempotency;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.tenant.TenantScope;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a POST once for each key of a caller. The answer is committed with the effect, in the caller's transaction or, where
 * there is none, in one of its own (READ COMMITTED, as is the default); an effect that throws leaves the key free.
 * Thread-safe.
 */
public final class Idempotency {
    private final IdempotencyKeys keys;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    Idempotency(IdempotencyKeys keys, TransactionOperations transactions, JsonMapper json) {
        this.keys = keys;
        this.transactions = transactions;
        this.json = json;
    }

    /** What tells two requests apart: the operation, such as {@code POST /api/v1/events}, and the body as it was read. */
    public String hash(String operation, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(json.writeValueAsBytes(operation));
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(body)));
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }

    /**
     * The answer of the effect, or the answer it once had.
     *
     * @param key none: the effect simply runs
     * @throws ProblemException 422 for a key that was another request's, 409 while the first one still runs
     */
    public ResponseEntity<byte[]> once(
            Caller caller, @Nullable IdempotencyKey key, String requestHash, Supplier<Answer> effect) {
        return Objects.requireNonNull(transactions.execute(transaction -> key == null
                ? run(requestHash, effect).entity()
                : keyed(TenantScope.nameOf(caller.principal()), key, requestHash, effect)));
    }

    /** Forgets all keys of somebody, with the answers; within the caller's transaction when there is one. */
    public void forget(Principal principal) {
        keys.forget(TenantScope.nameOf(principal));
    }

    private ResponseEntity<byte[]> keyed(
            String caller, IdempotencyKey key, String requestHash, Supplier<Answer> effect) {
        if (!keys.take(caller, key.value())) {
            throw new ProblemException(
                            ProblemCode.IDEMPOTENCY_IN_PROGRESS, "The first request with this key is still running.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        Optional<StoredAnswer> first = keys.find(caller, key.value());
        if (first.isPresent()) {
            return replay(first.get(), requestHash);
        }
        StoredAnswer answer = run(requestHash, effect);
        keys.store(caller, key.value(), answer);
        return answer.entity();
    }

    private static ResponseEntity<byte[]> replay(StoredAnswer first, String requestHash) {
        if (!first.requestHash().equals(requestHash)) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED, "The key was used for another request within 24 hours.");
        }
        return first.replay();
    }

    private StoredAnswer run(String requestHash, Supplier<Answer> effect) {
        Answer answer = effect.get();
        URI location = answer.location();
        return new StoredAnswer(
                requestHash,
                answer.status(),
                location == null ? null : location.toString(),
                answer.body() == null ? null : json.writeValueAsBytes(answer.body()));
    }
}
