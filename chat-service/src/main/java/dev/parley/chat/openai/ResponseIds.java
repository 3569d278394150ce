package dev.parley.chat.openai;

import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of responses, which follow from their turns: any replica finds the turn of one. */
final class ResponseIds {
    private static final Pattern FORM =
            Pattern.compile("resp_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    private ResponseIds() {}

    static String of(TurnId turn) {
        return "resp_" + turn.toString().replace("-", "");
    }

    static String ofItem(MessageId message) {
        return "msg_" + message.toString().replace("-", "");
    }

    /** The turn's id; of what is no response's id, a text that is no turn's id either. */
    static String turnOf(String response) {
        Matcher parts = FORM.matcher(response);
        return parts.matches() ? parts.replaceFirst("$1-$2-$3-$4-$5") : "";
    }
}
