package dev.parley.agent.knowledge;

import java.util.List;

/** Finds chunks by meaning. */
interface Vectors {
    /**
     * The chunks of an owner's documents that are nearest to a text, about best first.
     *
     * @param state what there is to be searched
     * @param wanted the text's vector, by the model of the state
     */
    List<ChunkId> nearest(String tenant, IndexStates.State state, float[] wanted, int most);
}
