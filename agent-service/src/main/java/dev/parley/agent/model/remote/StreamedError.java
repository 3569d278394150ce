package dev.parley.agent.model.remote;

import java.io.IOException;

/** The provider said within the stream that it has failed. */
final class StreamedError extends IOException {
    private static final long serialVersionUID = 1;

    StreamedError(String data) {
        super(data);
    }

    boolean says(String word) {
        return String.valueOf(getMessage()).contains(word);
    }
}
