package dev.parley.simulator.llm;

import dev.parley.simulator.http.Response;

/** The words of one API: what is said in them is the same. */
interface Wire {
    Frames frames(Completion completion);

    Response whole(Completion completion, Reply.Utterance said);

    Response refusal(ApiError error);
}
