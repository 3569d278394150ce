package dev.parley.location.provider.gazetteer;

/**
 * How many letters have to be inserted, left out, replaced or swapped with their neighbour to make one text of another
 * (optimal string alignment), up to a bound. Made for one text and asked for many in sorted order: the rows of what a text
 * has in common with the one before are kept. Not for use by several threads.
 */
final class EditDistance {
    private static final int MAX_LENGTH = 64;
    // Enough to be more than any bound, and far from overflowing.
    private static final int TOO_MANY = 1 << 20;

    private final String wanted;
    private final int maxEdits;
    private final int[][] rows;
    private final int[] lowest = new int[MAX_LENGTH + 1];
    private String last = "";
    private int result;

    EditDistance(String wanted, int maxEdits) {
        this.wanted = wanted;
        this.maxEdits = maxEdits;
        this.rows = new int[MAX_LENGTH + 1][wanted.length() + 1];
        for (int column = 0; column <= wanted.length(); column++) {
            rows[0][column] = column;
        }
    }

    /** How many edits the last text was away, when it was not hopeless; more than the bound may be any number above it. */
    int result() {
        return result;
    }

    /** Measures a text. Returns 0, or the length of its shortest beginning after which no text can be near enough. */
    int of(String text) {
        int end = Math.min(text.length(), MAX_LENGTH);
        for (int row = commonBeginning(text, last) + 1; row <= end; row++) {
            fill(text, row);
            // A swap reaches over one row, so the row above counts as well.
            if (Math.min(lowest[row], lowest[row - 1] + 1) > maxEdits) {
                last = text.substring(0, row);
                return row;
            }
        }
        last = text;
        boolean near = text.length() <= MAX_LENGTH && Math.abs(end - wanted.length()) <= maxEdits;
        result = near ? rows[end][wanted.length()] : TOO_MANY;
        return 0;
    }

    /** Only as far from the diagonal as the bound allows: every step away from it is an edit. */
    private void fill(String text, int row) {
        int[] current = rows[row];
        int from = Math.max(1, row - maxEdits);
        int to = Math.min(wanted.length(), row + maxEdits);
        current[from - 1] = from == 1 ? row : TOO_MANY;
        lowest[row] = current[from - 1];
        for (int column = from; column <= to; column++) {
            current[column] = cost(text, row, column);
            lowest[row] = Math.min(lowest[row], current[column]);
        }
        if (to < wanted.length()) {
            current[to + 1] = TOO_MANY;
        }
    }

    private int cost(String text, int row, int column) {
        int[] above = rows[row - 1];
        boolean equal = text.charAt(row - 1) == wanted.charAt(column - 1);
        int replaced = above[column - 1] + (equal ? 0 : 1);
        int changed = Math.min(above[column], rows[row][column - 1]) + 1;
        return Math.min(Math.min(replaced, changed), swapped(text, row, column));
    }

    private int swapped(String text, int row, int column) {
        boolean possible = row > 1
                && column > 1
                && text.charAt(row - 1) == wanted.charAt(column - 2)
                && text.charAt(row - 2) == wanted.charAt(column - 1);
        return possible ? rows[row - 2][column - 2] + 1 : TOO_MANY;
    }

    private static int commonBeginning(String one, String other) {
        int end = Math.min(Math.min(one.length(), other.length()), MAX_LENGTH);
        int i = 0;
        while (i < end && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }
}
