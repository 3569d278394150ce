package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.load.Figures;
import dev.parley.system.load.Interruption;
import dev.parley.system.load.Invariants;
import dev.parley.system.load.Load;
import dev.parley.system.load.Shape;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.LogMark;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A stack on which fifty answers stream while one thing after the other breaks. */
final class UnderLoad implements AutoCloseable {
    /** For faults that are nobody's error. */
    static final String NOTHING = "(?!)";

    /** On a machine that has too much to do, a reader misses its session for no other reason. */
    private static final Pattern STARVED = Pattern.compile("coordinator is not aware of this member");

    private final LocalStack stack;
    private final Load load;

    /** What happens to the stack. */
    interface Happening {
        void happen() throws Exception;
    }

    private UnderLoad(LocalStack stack, Load load) {
        this.stack = stack;
        this.load = load;
    }

    static UnderLoad of(LocalStack stack) {
        return new UnderLoad(stack, Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY));
    }

    Load load() {
        return load;
    }

    /**
     * Lets something happen while all visitors read. Meanwhile no stream may end otherwise than it should, and the services may call
     * nothing an error but what the fault explains.
     *
     * @param explained what is found in every line of an error that the fault explains
     */
    void bears(String explained, Happening fault) throws Exception {
        load.underWay();
        LogMark mark = LogMark.of(stack);
        int before = load.findings().all().size();

        fault.happen();

        List<String> findings = load.findings().all();
        assertThat(findings.subList(before, findings.size()))
                .as("findings meanwhile")
                .isEmpty();
        Pattern pattern = Pattern.compile(explained);
        assertThat(mark.errors().stream()
                        .filter(line -> !pattern.matcher(line).find())
                        .filter(line -> !STARVED.matcher(line).find()))
                .as("errors that the fault does not explain")
                .isEmpty();
    }

    /** Waits until every answer goes on that was under way then, and writes down how long that took. */
    void goesOn(String what, Interruption interruption, Duration promised) {
        Figures.measured(
                what + ": every open answer went on after", interruption.over(Figures.allowed(promised)), promised);
    }

    /** Waits until a new question has been begun in every conversation, and writes down how long the longest took. */
    void beginsNewTurns(String what, Interruption interruption, Duration promised) {
        Figures.measured(
                what + ": every new turn began after",
                interruption.overForNewTurns(Figures.allowed(promised)),
                promised);
    }

    /** Lets all visitors end, and compares what they have seen with what is stored and told. */
    void ends() {
        Invariants.hold(stack, load.stop());
    }

    @Override
    public void close() {
        load.close();
    }
}
