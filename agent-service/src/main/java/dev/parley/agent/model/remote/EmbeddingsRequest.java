package dev.parley.agent.model.remote;

import java.util.List;

/** What is sent to {@code /embeddings}. */
record EmbeddingsRequest(String model, List<String> input, String encodingFormat) {}
