package dev.parley.platform.cache;

import dev.parley.platform.messaging.UnreadableEvent;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.secret.SealBroken;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they are stored: for how long they are fresh and for how long stale, then JSON; sealed where they are secret. What
 * cannot be opened or read, such as what another release has stored, is not there.
 */
final class EntryBody<T> {
    private static final int HEAD_BYTES = 2 * Long.BYTES;

    private final CacheSpec<T> spec;
    private final @Nullable Seal seal;

    /** Seals and opens. */
    interface Seal {
        byte[] seal(byte[] plain, String context);

        /** @throws SealBroken when it is not ours */
        byte[] open(byte[] sealed, String context);
    }

    /** @param seal for caches that are secret */
    EntryBody(CacheSpec<T> spec, @Nullable Seal seal) {
        this.spec = spec;
        this.seal = seal;
    }

    byte[] write(EntryKey key, T answer, Duration fresh) {
        byte[] json = WireJson.write(answer);
        byte[] body = ByteBuffer.allocate(HEAD_BYTES + json.length)
                .putLong(fresh.toMillis())
                .putLong(spec.staleFor().toMillis())
                .put(json)
                .array();
        return seal == null ? body : seal.seal(body, context(key));
    }

    /** Empty when it is none of ours. */
    Optional<Aged<T>> read(EntryKey key, byte[] stored, Duration goodFor) {
        try {
            byte[] body = seal == null ? stored : seal.open(stored, context(key));
            ByteBuffer buffer = ByteBuffer.wrap(body);
            Duration fresh = Duration.ofMillis(buffer.getLong());
            Duration freshFor = goodFor.minusMillis(buffer.getLong());
            byte[] json = new byte[buffer.remaining()];
            buffer.get(json);
            return Optional.of(new Aged<>(typed(WireJson.read(json, spec.type())), fresh, freshFor));
        } catch (UnreadableEvent | SealBroken | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // it was read as just this type
    private T typed(Object answer) {
        return (T) answer;
    }

    private static String context(EntryKey key) {
        return "cache:" + key.text();
    }
}
