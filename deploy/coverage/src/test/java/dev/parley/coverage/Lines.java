package dev.parley.coverage;

import org.jacoco.core.analysis.IBundleCoverage;

/** How many lines there are, and how many of them were run. */
record Lines(int covered, int total) {

    static final Lines NONE = new Lines(0, 0);

    static Lines of(IBundleCoverage bundle) {
        return new Lines(
                bundle.getLineCounter().getCoveredCount(),
                bundle.getLineCounter().getTotalCount());
    }

    Lines plus(Lines other) {
        return new Lines(covered + other.covered, total + other.total);
    }

    double percent() {
        return total == 0 ? 0 : 100.0 * covered / total;
    }
}
