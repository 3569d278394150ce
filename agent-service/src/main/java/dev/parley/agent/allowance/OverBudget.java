package dev.parley.agent.allowance;

/** There is not enough left to ask for an answer. The message is for people. */
public final class OverBudget extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean forNow;

    private OverBudget(String message, boolean forNow) {
        super(message);
        this.forNow = forNow;
    }

    static OverBudget because(Leave leave) {
        return leave == Leave.PUT_ASIDE
                ? new OverBudget("The rest of this month's budget is put aside for answers under way.", true)
                : new OverBudget("The budget of this month is spent.", false);
    }

    /** Whether there may be enough when other turns have ended. */
    public boolean isForNow() {
        return forNow;
    }
}
