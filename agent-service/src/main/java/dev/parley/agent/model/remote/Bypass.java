package dev.parley.agent.model.remote;

/** Hears what of an answer goes past LangChain4j, on the thread that LangChain4j calls back on as well. */
interface Bypass {
    /** A plain piece of the text. */
    void text(String piece);

    /** Something came that nobody is shown: the model has not stalled. */
    void alive();

    /** The whole answer as it was said, where LangChain4j would lose some of it. */
    void verbatim(String content);

    /** What is wrong with the stream; LangChain4j hears of it next. */
    void broken(Throwable failure);
}
