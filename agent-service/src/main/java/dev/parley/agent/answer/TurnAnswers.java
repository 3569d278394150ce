package dev.parley.agent.answer;

import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import java.util.Optional;

/** The kept answers as one turn sees them; its thread works as its owner. */
public interface TurnAnswers {
    /** Of a turn whose prompt does not allow it. */
    TurnAnswers NONE = new TurnAnswers() {
        @Override
        public Optional<ModelReply> find(String model, ModelRequest request) {
            return Optional.empty();
        }

        @Override
        public void keep(String model, ModelRequest request, ModelReply reply) {}
    };

    /** What the model said to the same, without tokens, since it is not asked. */
    Optional<ModelReply> find(String model, ModelRequest request);

    /**
     * Keeps what the model has said, if it is a whole answer.
     *
     * @throws dev.parley.platform.work.Fenced when the turn is no longer this attempt's: then nothing is kept
     */
    void keep(String model, ModelRequest request, ModelReply reply);
}
