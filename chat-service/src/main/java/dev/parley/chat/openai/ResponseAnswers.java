package dev.parley.chat.openai;

import dev.parley.chat.stream.TurnStream;
import dev.parley.chat.stream.TurnStreams;
import dev.parley.chat.turn.Accepted;
import dev.parley.chat.turn.Reading;
import dev.parley.chat.turn.SseAnswer;
import dev.parley.chat.turn.Turn;
import dev.parley.chat.turn.WholeAnswer;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Answers with responses, from wherever their turns are. */
@Component
class ResponseAnswers {
    /** Nothing was seen. */
    static final long FROM_START = -1;

    private final Questions questions;
    private final TurnStreams streams;
    private final WholeAnswer whole;
    private final SseAnswer sse;

    ResponseAnswers(Questions questions, TurnStreams streams, WholeAnswer whole, SseAnswer sse) {
        this.questions = questions;
        this.streams = streams;
        this.whole = whole;
        this.sse = sse;
    }

    ResponseView view(Turn turn) {
        return new ResponseView(turn, questions.modelOf(turn.model()));
    }

    /** Waits for the end. @throws ProblemException when there is no answer */
    ResponseObject await(Accepted accepted, Principal reader) {
        return view(accepted.turn()).ended(whole.await(accepted, reader));
    }

    /** Waits for the end, of a turn that was accepted before; that it failed is an end. */
    ResponseObject await(Turn turn, Principal reader) {
        try {
            return await(new Accepted(turn, replay(turn), true), reader);
        } catch (ProblemException problem) {
            if (problem.code() != ProblemCode.TURN_FAILED) {
                throw problem;
            }
            return view(turn).failed(String.valueOf(problem.members().get("error_code")), problem.detail());
        }
    }

    /** As it is now. */
    ResponseObject now(Turn turn, Principal reader) {
        return switch (turn.status()) {
            case QUEUED -> view(turn).queued();
            case RUNNING -> view(turn).begun();
            case COMPLETED, FAILED, CANCELLED -> await(turn, reader);
        };
    }

    TurnStream replay(Turn turn) {
        return streams.replay(turn.place(), turn.outcome());
    }

    /** Shows the stream, but for what the reader has seen. */
    void stream(Reading reading, HttpServletRequest request, HttpServletResponse response) {
        sse.begin(reading, request, response);
    }
}
