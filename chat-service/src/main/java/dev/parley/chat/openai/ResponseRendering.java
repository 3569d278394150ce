package dev.parley.chat.openai;

import dev.parley.chat.openai.ResponseObject.OutputText;
import dev.parley.chat.turn.SseText;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.RequestedCall;
import dev.parley.contracts.turn.TurnError;
import dev.parley.platform.messaging.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A turn as the events of a response. Their numbers follow from the turn's log alone, so that a reader goes on behind one of
 * them anywhere: it is shown from its start, and what the reader has seen is left out.
 */
final class ResponseRendering extends SettledRendering {
    private static final String IN_PROGRESS = "in_progress";
    private static final String COMPLETED = "completed";

    private final long after;
    private final StringBuilder shown = new StringBuilder();
    private ResponseView view;
    private long next;
    private int items;

    /**
     * There is no last event where the stream is cut: the reader asks for what follows the one it has seen.
     *
     * @param after the number of the last event that the reader has seen; −1 for none
     * @param onGone when the reader has left before the end
     */
    ResponseRendering(ResponseView view, long after, Runnable onGone) {
        super(onGone);
        this.view = view;
        this.after = after;
    }

    @Override
    void answeredBy(String model) {
        view = view.answeredBy(model);
    }

    @Override
    void begun(SseText out) {
        write("response.created", Map.of("response", view.begun()), out);
        write("response.in_progress", Map.of("response", view.begun()), out);
    }

    @Override
    void said(String news, SseText out) {
        if (shown.isEmpty()) {
            open(out);
        }
        shown.append(news);
        write("response.output_text.delta", part("delta", news, "logprobs", List.of()), out);
    }

    private void open(SseText out) {
        write("response.output_item.added", item(view.message("", IN_PROGRESS)), out);
        write("response.content_part.added", part("part", OutputText.of("")), out);
    }

    @Override
    void ended(MessageEnd end, SseText out) {
        List<RequestedCall> calls = end.toolCalls() == null ? List.of() : end.toolCalls();
        if (shown.isEmpty() && calls.isEmpty()) {
            open(out);
        }
        if (!shown.isEmpty() || calls.isEmpty()) {
            close(out);
        }
        calls.forEach(call -> call(call, out));
        ResponseObject response = view.ended(end);
        last(response.status().equals(COMPLETED) ? "response.completed" : "response.incomplete", response, out);
    }

    @Override
    void failed(TurnError error, SseText out) {
        last("response.failed", view.failed(error.code(), error.detail()), out);
    }

    @Override
    void startedOver(SseText out) {
        last("response.incomplete", view.startedOver(shown.toString()), out);
    }

    private void close(SseText out) {
        write("response.output_text.done", part("text", shown.toString(), "logprobs", List.of()), out);
        write("response.content_part.done", part("part", OutputText.of(shown.toString())), out);
        write("response.output_item.done", item(view.message(shown.toString(), COMPLETED)), out);
        items++;
    }

    private void call(RequestedCall call, SseText out) {
        String arguments = ResponseView.arguments(call);
        var done = ResponseView.call(call, COMPLETED, arguments);
        write("response.output_item.added", item(ResponseView.call(call, IN_PROGRESS, "")), out);
        Map<String, Object> place = Map.of("item_id", done.id(), "output_index", items);
        write("response.function_call_arguments.delta", with(place, "delta", arguments), out);
        write(
                "response.function_call_arguments.done",
                with(with(place, "arguments", arguments), "name", call.toolId()),
                out);
        write("response.output_item.done", item(done), out);
        items++;
    }

    /** Shown whatever the reader has seen: one who asks waits for it. */
    private void last(String type, ResponseObject response, SseText out) {
        next = Math.max(next, after + 1);
        write(type, Map.of("response", response), out);
    }

    private Map<String, Object> item(ResponseObject.OutputItem item) {
        return Map.of("output_index", items, "item", item);
    }

    private Map<String, Object> part(String name, Object value) {
        return Map.of("item_id", view.itemId(), "output_index", items, "content_index", 0, name, value);
    }

    private Map<String, Object> part(String name, Object value, String other, Object otherValue) {
        return with(part(name, value), other, otherValue);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private void write(String type, Map<String, Object> fields, SseText out) {
        long number = next++;
        if (number <= after) {
            return;
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("sequence_number", number);
        event.putAll(fields);
        out.data(type, WireJson.write(event));
    }
}
