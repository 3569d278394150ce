package dev.parley.agent.model.openai;

import java.io.IOException;

/** The provider said within the stream that it has failed. */
final class StreamedError extends IOException {
    private static final long serialVersionUID = 1;

    StreamedError(String data) {
        super(data);
    }
}
