package dev.parley.simulator.llm;

import dev.parley.simulator.http.Response;

/** Chat completions. */
final class OpenAiWire implements Wire {
    @Override
    public Frames frames(Completion completion) {
        return new Chunks(completion, completion.request().wantsUsage());
    }

    @Override
    public Response whole(Completion completion, Reply.Utterance said) {
        return completion.whole(said);
    }

    @Override
    public Response refusal(ApiError error) {
        return error.response();
    }
}
