package dev.parley.agent.allowance;

/** What a budget says of a cost. */
enum Leave {
    GRANTED,
    /** There would be enough, had others not put it aside. */
    PUT_ASIDE,
    SPENT
}
