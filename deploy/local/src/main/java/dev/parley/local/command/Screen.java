package dev.parley.local.command;

import dev.parley.local.stack.Part;
import dev.parley.local.stack.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Lines for people. */
final class Screen implements Progress {

    private final PrintStream out;

    Screen(OutputStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    static Screen standard() {
        return new Screen(System.out);
    }

    @Override
    public void ready(Part part, double seconds) {
        say(String.format(Locale.ROOT, "  %-24s ready    %5.1f s   %s", part.name(), seconds, part.address()));
    }

    @Override
    public void stopped(Part part, double seconds) {
        say(String.format(Locale.ROOT, "  %-24s stopped  %5.1f s", part.name(), seconds));
    }

    @Override
    public void died(Part part, String ending, String next) {
        String then = next.isEmpty() ? "./deploy/local/logs " + part.name() + " shows why" : next;
        say("  " + part.name() + " ended: " + ending + "; " + then);
    }

    @Override
    public synchronized void say(String line) {
        out.println(line);
    }
}
