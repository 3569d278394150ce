package dev.parley.agent.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of a conversation is kept word by word. What goes beyond it leaves when it has been summed up, which is begun when a
 * quarter too much is there; until then up to half as much again is told, so that nothing is missing meanwhile.
 */
record Window(int messages, int characters) {
    private static final double OVERFULL = 1.25;
    private static final double STRETCHED = 1.5;

    int mostMessages() {
        return (int) (messages * STRETCHED);
    }

    boolean isOverfull(List<Said> said) {
        int length = said.stream().mapToInt(one -> one.text().length()).sum();
        return said.size() > messages * OVERFULL || (length > characters * OVERFULL && said.size() > 1);
    }

    /** As many as fit in; the newest is always there. */
    List<Said> stretchedOver(List<Said> newestFirst) {
        List<Said> kept = new ArrayList<>();
        int length = 0;
        for (Said said : newestFirst) {
            length += said.text().length();
            if (length > characters * STRETCHED && !kept.isEmpty()) {
                return kept;
            }
            kept.add(said);
        }
        return kept;
    }
}
