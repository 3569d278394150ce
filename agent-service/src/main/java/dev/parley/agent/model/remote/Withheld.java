package dev.parley.agent.model.remote;

import java.io.IOException;

/** The provider ended the answer by its own rules. */
final class Withheld extends IOException {
    private static final long serialVersionUID = 1;

    Withheld() {
        super("the provider withheld the answer");
    }
}
