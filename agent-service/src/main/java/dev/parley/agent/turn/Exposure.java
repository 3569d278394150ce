package dev.parley.agent.turn;

import java.util.Collection;

/**
 * Whether the model of a turn has read what neither its user nor the operator wrote: passages of documents, results of tools,
 * answers that were made of such. From then on, what it asks for may be what somebody else wants. All assistants of a
 * turn share it: what one has read reaches the others by its report. Thread-safe.
 */
final class Exposure {
    private volatile boolean exposed;

    /** @param exposed by what it is told at the beginning */
    Exposure(boolean exposed) {
        this.exposed = exposed;
    }

    boolean isExposed() {
        return exposed;
    }

    /** As it was when an earlier attempt asked: what that one's model had read need not be what this one's has. */
    void restore(JournaledReply reply) {
        if (reply.exposed()) {
            exposed = true;
        }
    }

    /** Why a call cannot be made is said by us. */
    void readResultsOf(Collection<Call> calls) {
        if (calls.stream().anyMatch(call -> call.prepared().isPossible())) {
            exposed = true;
        }
    }
}
