package dev.parley.system.stack;

import dev.parley.system.visitor.Visitor;

/** Where to find Parley. */
public sealed interface Stack permits LocalStack, RunningStack {
    /** The gateway's address, without a slash at its end. */
    String gateway();

    /** Kafka's address. A test that asks for it is skipped where it is not known. */
    String brokers();

    /**
     * The name of a model that the simulator plays, such as {@code sim-200x20}. A test that asks for one is skipped where there is
     * no simulator behind the stack.
     */
    String simulated(String model);

    /** Somebody new. */
    default Visitor visitor() {
        return Visitor.of(gateway());
    }
}
