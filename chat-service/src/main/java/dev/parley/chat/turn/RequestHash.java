package dev.parley.chat.turn;

import dev.parley.platform.messaging.WireJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether two requests ask the same. How the answer is to be sent, and the session's secret, do not count. */
public final class RequestHash {
    private RequestHash() {}

    static byte[] of(ChatRequest request) {
        var asked = new ChatRequest(
                request.message(),
                request.conversationId(),
                request.chatRoomId(),
                null,
                request.toolId(),
                request.assistant(),
                request.model(),
                null,
                request.onBusy());
        return of((Object) asked);
    }

    /** @param asked what counts of a request, in a form that is the same for each repeat */
    public static byte[] of(Object asked) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(WireJson.write(asked));
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }
}
