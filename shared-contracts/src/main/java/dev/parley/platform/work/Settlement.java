package dev.parley.platform.work;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A verdict on its way into the database.
 *
 * @param heard told when it is written, with whether the item was still this attempt's
 */
record Settlement(UUID id, int attempt, String lane, String kind, Verdict verdict, Consumer<Boolean> heard) {

    static Settlement of(Claimed item, Verdict verdict, Consumer<Boolean> heard) {
        return new Settlement(item.id(), item.attempt(), item.lane(), item.kind(), verdict, heard);
    }

    String outcome() {
        return switch (verdict) {
            case Verdict.Ended(var end) -> end == Verdict.End.CANCELLED ? "cancelled" : "ended";
            case Verdict.Decided(var _) -> "decided";
            case Verdict.Postponed(var _, var _, var _) -> "postponed";
            case Verdict.Paused(var _, var _) -> "paused";
        };
    }

    long pauseMillis() {
        return switch (verdict) {
            case Verdict.Postponed(var pause, var _, var _) -> pause.toMillis();
            case Verdict.Paused(var atMost, var _) -> atMost.toMillis();
            case Verdict.Ended _, Verdict.Decided _ -> 0;
        };
    }

    int failures() {
        return switch (verdict) {
            case Verdict.Ended _, Verdict.Paused _ -> 0;
            case Verdict.Decided(var _) -> 1;
            case Verdict.Postponed(var _, var counted, var _) -> counted ? 1 : 0;
        };
    }

    @Nullable
    String code() {
        return verdict instanceof Verdict.Decided(var failure) ? Texts.storable(failure.code()) : null;
    }

    @Nullable
    String detail() {
        return switch (verdict) {
            case Verdict.Ended(var _) -> null;
            case Verdict.Decided(var failure) -> Texts.storable(failure.detail());
            case Verdict.Postponed(var _, var _, var why) -> Texts.storable(why);
            case Verdict.Paused(var _, var why) -> Texts.storable(why);
        };
    }
}
