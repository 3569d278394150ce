package dev.parley.conversation.conversation;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.catchup.CatchUp;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Answers when what was on the log as the question came is stored: what a caller saw confirmed is in what he reads next, from
 * any replica. When that takes too long, or nobody can tell, the answer is what is stored; but that there is no such
 * conversation is said only when it is sure.
 */
@Component
class UpToDate {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final CatchUp catchUp;
    private final Conversations conversations;

    UpToDate(CatchUp catchUp, Conversations conversations) {
        this.catchUp = catchUp;
        this.conversations = conversations;
    }

    /** About all conversations of somebody. */
    <T> T answer(Supplier<T> answer) {
        catchUp.withAll();
        return answer.get();
    }

    /** About one conversation, or a change of it. */
    <T> T answer(UUID conversation, Supplier<T> answer) {
        return answer(conversation, () -> catchUp.with(conversation), answer);
    }

    /** A change of one that has no answer. */
    void change(UUID conversation, Runnable change) {
        var _ = answer(conversation, () -> {
            change.run();
            return true;
        });
    }

    /** The same for who does not wait that long. */
    <T> T answerWithin(Duration patience, UUID conversation, Supplier<T> answer) {
        return answer(conversation, () -> catchUp.with(conversation, patience), answer);
    }

    private <T> T answer(UUID conversation, BooleanSupplier catchesUp, Supplier<T> answer) {
        boolean sure = catchesUp.getAsBoolean();
        try {
            return answer.get();
        } catch (ProblemException problem) {
            if (sure || problem.code() != ProblemCode.NOT_FOUND) {
                throw problem;
            }
            return answerIfKnown(conversation, answer, problem);
        }
    }

    /** It may have been stored just now, and then be found: or be somebody else's, or deleted, and then it is not. */
    private <T> T answerIfKnown(UUID conversation, Supplier<T> answer, ProblemException absent) {
        if (conversations.isKnown(conversation)) {
            return answer.get();
        }
        throw new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE,
                        "It is not known yet whether there is such a conversation; try again.",
                        absent)
                .retryAfter(AGAIN);
    }
}
