package dev.parley.chat.openai;

import dev.parley.chat.stream.StreamEvent;
import dev.parley.chat.turn.Rendering;
import dev.parley.chat.turn.SseText;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.TurnError;
import dev.parley.platform.messaging.WireJson;

/** A turn for a reader from whom nothing can be taken back; in which words is the protocol's affair. */
abstract class SettledRendering implements Rendering {
    private final Runnable onGone;
    private final SettledText text = new SettledText();
    private boolean begun;
    private boolean over;

    /** @param onGone when the reader has left before the end */
    SettledRendering(Runnable onGone) {
        this.onGone = onGone;
    }

    @Override
    public final void show(StreamEvent event, SseText out) {
        if (over) {
            return;
        }
        switch (event.name()) {
            case "message_start" -> start(WireJson.read(event.data(), MessageStart.class), out);
            case "delta" ->
                say(text.add(WireJson.read(event.data(), Delta.class).text()), out);
            case "message_end" -> end(WireJson.read(event.data(), MessageEnd.class), out);
            case "error" -> {
                over = true;
                failed(WireJson.read(event.data(), TurnError.class), out);
            }
            default -> {
                // What our own tools do is not in these words.
            }
        }
        if (text.isContradicted() && !over) {
            over = true;
            startedOver(out);
        }
    }

    @Override
    public final void readerGone() {
        onGone.run();
    }

    final boolean isOver() {
        return over;
    }

    private void start(MessageStart start, SseText out) {
        answeredBy(start.model());
        if (begun) {
            text.startOver();
            return;
        }
        begun = true;
        begun(out);
    }

    private void say(String news, SseText out) {
        if (!news.isEmpty()) {
            said(news, out);
        }
    }

    private void end(MessageEnd end, SseText out) {
        if (end.model() != null) {
            answeredBy(end.model());
        }
        say(text.finish(end.text()), out);
        if (!text.isContradicted()) {
            over = true;
            ended(end, out);
        }
    }

    /** Another model than before, perhaps. */
    abstract void answeredBy(String model);

    abstract void begun(SseText out);

    abstract void said(String news, SseText out);

    abstract void ended(MessageEnd end, SseText out);

    abstract void failed(TurnError error, SseText out);

    /** It says something else now than what was shown. */
    abstract void startedOver(SseText out);
}
