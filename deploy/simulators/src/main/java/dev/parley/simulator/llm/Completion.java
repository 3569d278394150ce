package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Response;
import java.time.Clock;
import tools.jackson.databind.node.ObjectNode;

/** What all parts of one answer share, and the answer as a whole. */
record Completion(String id, long created, ChatRequestView request) {

    static Completion of(ChatRequestView request, Clock clock) {
        return new Completion(Ids.next("chatcmpl-"), clock.instant().getEpochSecond(), request);
    }

    ObjectNode head(String object) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", request.model())
                .put("service_tier", "default")
                .put("system_fingerprint", "fp_simulator");
    }

    Response whole(Reply.Utterance said) {
        ObjectNode body = head("chat.completion");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        said.deltas().describe(said.count(), message);
        message.putNull("refusal").putArray("annotations");
        choice.putNull("logprobs").put("finish_reason", said.finishReason());
        body.set("usage", usage(said.count()));
        return Response.json(200, body);
    }

    ObjectNode usage(int completionTokens) {
        int promptTokens = Tokens.prompt(request);
        ObjectNode usage = Json.object()
                .put("prompt_tokens", promptTokens)
                .put("completion_tokens", completionTokens)
                .put("total_tokens", promptTokens + completionTokens);
        usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("audio_tokens", 0);
        usage.putObject("completion_tokens_details").put("reasoning_tokens", 0).put("audio_tokens", 0);
        return usage;
    }
}
