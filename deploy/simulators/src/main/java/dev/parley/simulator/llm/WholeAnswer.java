package dev.parley.simulator.llm;

import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.Response;
import java.time.Duration;

/** An answer that is not streamed: it comes when its last token would have, and meets the same troubles. */
final class WholeAnswer {
    private WholeAnswer() {}

    static void begin(Exchange exchange, Completion completion, Wire wire, Reply.Utterance said, Traffic traffic) {
        exchange.whenClientLeaves(traffic::clientLeft);
        Duration work = said.pace().total(said.count());
        if (said.trouble() == null) {
            answerAfter(work, exchange, wire.whole(completion, said));
        } else {
            comeToGrief(exchange, said.trouble(), work, wire, wire.whole(completion, said));
        }
    }

    private static void comeToGrief(Exchange exchange, Trouble trouble, Duration work, Wire wire, Response answer) {
        switch (trouble.kind()) {
            case STALL -> stall(exchange, trouble, work, answer);
            case CUT -> exchange.wheel().after(work, () -> exchange.respondHalf(answer));
            case GARBAGE -> answerAfter(work, exchange, halfOf(answer));
            case ERROR -> answerAfter(work, exchange, wire.refusal(ApiError.of(500)));
        }
    }

    private static void stall(Exchange exchange, Trouble trouble, Duration work, Response answer) {
        Duration silence = trouble.silence();
        if (silence != null) {
            answerAfter(work.plus(silence), exchange, answer);
        }
    }

    private static void answerAfter(Duration work, Exchange exchange, Response answer) {
        exchange.wheel().after(work, () -> exchange.respond(answer));
    }

    private static Response halfOf(Response answer) {
        String half = answer.body().substring(0, answer.body().length() / 2);
        return new Response(answer.status(), answer.contentType(), half, answer.headers());
    }
}
