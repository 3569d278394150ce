package dev.parley.platform.problem;

import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.util.DisconnectedClientHelper;

/** A client that went away is nobody's fault, and nobody is left to be answered. */
final class ClientGone {
    private ClientGone() {}

    static boolean isReasonOf(Throwable failure) {
        return failure instanceof AsyncRequestNotUsableException
                || DisconnectedClientHelper.isClientDisconnectedException(failure);
    }
}
