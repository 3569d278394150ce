package dev.parley.agent.model.offline;

/** What texts mean, as vectors of length one: texts that mean the same point the same way. Thread-safe. */
interface Embeddings {
    float[] of(String text);

    /** How near two meanings are: 1 the same, 0 unrelated. */
    static double similarity(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
