package dev.parley.simulator.llm;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts the model says of itself. */
final class Wording {
    private static final int LONGEST_RESULT = 4000;

    private Wording() {}

    static String echo(ChatRequestView request) {
        List<ChatMessage> earlier = request.earlierMessages();
        String heard = Directives.in(request.lastUserText()).plainText();
        String counted = "You said: " + heard + "\nEarlier messages: " + earlier.size() + ".";
        return earlier.isEmpty()
                ? counted
                : counted + " The first was: " + earlier.getFirst().text();
    }

    static String toolResults(ChatRequestView request) {
        List<String> results = request.toolResults();
        return IntStream.range(0, results.size())
                .mapToObj(index -> "Result " + (index + 1) + ": " + shortened(results.get(index)))
                .collect(Collectors.joining("\n", "The tools answered.\n", ""));
    }

    private static String shortened(String result) {
        return result.length() <= LONGEST_RESULT ? result : result.substring(0, LONGEST_RESULT) + " …";
    }
}
