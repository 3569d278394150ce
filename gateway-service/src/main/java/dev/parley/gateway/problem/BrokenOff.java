package dev.parley.gateway.problem;

/**
 * An answer broke off on its way. It carries no cause: the framework takes a broken connection among the causes for a client that left, and would
 * end the client's answer as if it were whole.
 */
final class BrokenOff extends RuntimeException {

    BrokenOff() {
        super("the answer broke off", null, false, false);
    }
}
