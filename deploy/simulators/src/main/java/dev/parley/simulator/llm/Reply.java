package dev.parley.simulator.llm;

import org.jspecify.annotations.Nullable;

/** What one request gets. */
sealed interface Reply {

    /** Whether the script wants this to go wrong. */
    boolean spoilt();

    record Refusal(ApiError error) implements Reply {
        @Override
        public boolean spoilt() {
            return true;
        }
    }

    /** A message in {@code count} pieces, fewer than it has when the client wants no more. */
    record Utterance(
            Deltas deltas, int count, Pace pace, @Nullable Trouble trouble, String finishReason) implements Reply {

        /** After how many pieces something other than the next piece happens. */
        int until() {
            return trouble == null ? count : Math.min(trouble.after(), count);
        }

        Utterance untroubled() {
            return new Utterance(deltas, count, pace, null, finishReason);
        }

        @Override
        public boolean spoilt() {
            return trouble != null;
        }
    }
}
