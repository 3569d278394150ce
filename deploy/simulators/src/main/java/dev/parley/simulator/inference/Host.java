package dev.parley.simulator.inference;

/** Who runs models. */
public enum Host {
    REPLICATE,
    RUNPOD,
    MODAL
}
