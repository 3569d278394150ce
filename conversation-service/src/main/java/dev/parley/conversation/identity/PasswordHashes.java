package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id. Each hash takes much memory and time, so only a few are made at once; who waits too long is asked to come again. */
@Component
class PasswordHashes {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore room = new Semaphore(2, true);
    private final PasswordEncoder argon2;

    /** Stands in for the hash of an account that is not there: the work is the same. */
    private final String nobodys;

    @Autowired
    PasswordHashes() {
        this(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS));
    }

    PasswordHashes(PasswordEncoder argon2) {
        this.argon2 = argon2;
        this.nobodys = Objects.requireNonNull(argon2.encode("nobody has this password"));
    }

    String hash(String password) {
        return inTurn(() -> Objects.requireNonNull(argon2.encode(PasswordPolicy.normal(password))));
    }

    /** @param hash none matches nothing, after as much work */
    boolean matches(String password, @Nullable String hash) {
        boolean same = inTurn(() -> argon2.matches(PasswordPolicy.normal(password), hash == null ? nobodys : hash));
        return same && hash != null;
    }

    /** Whether it was made when less work was enough. */
    boolean isOutdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!enter()) {
            throw new ProblemException(ProblemCode.DEPENDENCY_UNAVAILABLE, "Too many people sign in at the moment.")
                    .retryAfter(PATIENCE);
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    private boolean enter() {
        try {
            return room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
