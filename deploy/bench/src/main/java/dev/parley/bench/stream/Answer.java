package dev.parley.bench.stream;

/** The tokens of one answer, each of which has to come once and in order. */
final class Answer {
    private int next;
    private int gaps;
    private int duplicates;

    /** Whether it is the first. */
    boolean token(int number) {
        boolean first = next == 0 && gaps == 0 && duplicates == 0;
        if (number < next) {
            duplicates++;
        } else {
            gaps += number - next;
            next = number + 1;
        }
        return first;
    }

    /** Tokens that did not come, of an answer of so many. */
    int gaps(int tokens) {
        return gaps + Math.max(tokens - next, 0);
    }

    int duplicates() {
        return duplicates;
    }
}
