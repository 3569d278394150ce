package dev.parley.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.redis.RedisLink;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Answers in Redis, whose clock counts for all replicas: an answer is a key, a claim one beside it, and what an owner has is
 * listed in a third, so that it can be found. Each call is one script, which runs alone.
 */
final class RedisEntries implements SecondLevel {
    /** Keys: answer, claim, owner's list. Arguments: token, milliseconds of the claim, owned. */
    private static final String LOOK = """
            local body = redis.call('GET', KEYS[1])
            if body then return {body, redis.call('PTTL', KEYS[1])} end
            if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then
              LISTED
              return {''}
            end
            return {}""";

    private static final String CLAIM = """
            if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then
              LISTED
              return 1
            end
            return 0""";

    private static final String RENEW = """
            if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
            LISTED
            return redis.call('PEXPIRE', KEYS[2], ARGV[2])""";

    private static final String KEEP = """
            if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[2])
            redis.call('DEL', KEYS[2])
            LISTED
            return 1""";

    private static final String RELEASE = """
            if redis.call('GET', KEYS[2]) == ARGV[1] then return redis.call('DEL', KEYS[2]) end
            return 0""";

    private static final String FORGET = """
            for _, key in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
              redis.call('DEL', key, key .. ':claim')
            end
            return redis.call('DEL', KEYS[1])""";

    /** An owner's list holds what may still be there, and lasts as long as the last of it. */
    private static final String LISTING = """
            if ARGV[3] == '1' then
                local now = redis.call('TIME')
                local ms = now[1] * 1000 + math.floor(now[2] / 1000)
                redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', ms - 1)
                redis.call('ZADD', KEYS[3], 'GT', ms + ARGV[2], KEYS[1])
                local last = redis.call('ZRANGE', KEYS[3], -1, -1, 'WITHSCORES')
                redis.call('PEXPIREAT', KEYS[3], string.format('%.0f', last[2] + 1000))
              end""";

    private final RedisLink redis;
    private final Duration patience;
    private final String prefix;

    /** @param service whose answers they are: several share one Redis */
    RedisEntries(RedisLink redis, Duration patience, String service) {
        this.redis = redis;
        this.patience = patience;
        this.prefix = "parley:cache:" + service + ":";
    }

    @Override
    public Look look(EntryKey key, String token, Duration claim) {
        List<Object> found = ask(commands -> commands.eval(
                listed(LOOK), ScriptOutputType.MULTI, keys(key), bytes(token), millis(claim), owned(key)));
        return switch (found.size()) {
            case 0 -> new Look.Awaited();
            case 1 -> new Look.Claimed();
            default -> new Look.Kept((byte[]) found.getFirst(), Duration.ofMillis((Long) found.getLast()));
        };
    }

    @Override
    public boolean claim(EntryKey key, String token, Duration claim) {
        return run(CLAIM, key, bytes(token), millis(claim), owned(key));
    }

    @Override
    public boolean renew(EntryKey key, String token, Duration claim) {
        return run(RENEW, key, bytes(token), millis(claim), owned(key));
    }

    @Override
    public boolean keep(EntryKey key, String token, byte[] body, Duration goodFor) {
        return run(KEEP, key, bytes(token), millis(goodFor), owned(key), body);
    }

    @Override
    public void release(EntryKey key, String token) {
        run(RELEASE, key, bytes(token));
    }

    @Override
    public void forget(String tenant) {
        String[] list = {list(tenant)};
        this.<Long>ask(commands -> commands.eval(FORGET, ScriptOutputType.INTEGER, list));
    }

    @Override
    public int tidy() {
        return 0;
    }

    private boolean run(String script, EntryKey key, byte[]... arguments) {
        return this.<Long>ask(commands -> commands.eval(listed(script), ScriptOutputType.INTEGER, keys(key), arguments))
                == 1;
    }

    private static String listed(String script) {
        return script.replace("LISTED", LISTING);
    }

    private String[] keys(EntryKey key) {
        String answer = prefix + key.text();
        return new String[] {answer, answer + ":claim", list(key.tenant())};
    }

    private String list(String tenant) {
        return prefix + "of:" + tenant;
    }

    private static byte[] owned(EntryKey key) {
        return bytes(key.tenant().equals(EntryKey.EVERYBODY) ? "0" : "1");
    }

    private static byte[] millis(Duration time) {
        return bytes(Long.toString(Math.max(1, time.toMillis())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private <R> R ask(Function<RedisAsyncCommands<String, byte[]>, RedisFuture<R>> command) {
        try {
            return redis.commands().thenCompose(command).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new SecondLevelAway("Redis has failed", e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | CompletionException e) {
            throw new SecondLevelAway("Redis does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}
