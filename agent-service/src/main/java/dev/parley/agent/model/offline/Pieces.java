package dev.parley.agent.model.offline;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts a text as tokenizers do: short words with the space before them, long ones in parts. Joined they are the text. */
final class Pieces {
    private static final Pattern PIECE = Pattern.compile("\\s*\\S{1,6}|\\s+");

    private Pieces() {}

    static List<String> of(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }
}
