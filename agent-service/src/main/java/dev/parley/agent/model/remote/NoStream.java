package dev.parley.agent.model.remote;

import java.io.IOException;

/** What came with a success is no stream of events: a page, or a document. */
final class NoStream extends IOException {
    private static final long serialVersionUID = 1;

    NoStream(String contentType) {
        super("the answer is " + contentType);
    }
}
