package dev.parley.agent.model.remote;

import java.io.EOFException;

/** The stream ended properly, as far as HTTP is concerned, but not the answer in it. */
final class CutOff extends EOFException {
    private static final long serialVersionUID = 1;

    CutOff() {
        super("the stream ended before the answer");
    }
}
