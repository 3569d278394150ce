package dev.parley.local.command;

import dev.parley.local.sample.Samples;
import dev.parley.local.stack.StackState;
import dev.parley.local.stack.StateFile;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts sample conversations in, through the gateway. */
@Command(
        name = "seed",
        description = "Sample conversations for the session " + Samples.SESSION + ". Running it again doubles nothing.")
final class SeedCommand implements Callable<Integer> {

    @Option(names = "--url", description = "A gateway elsewhere (default: the one that runs here)")
    private @Nullable String url;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        Screen screen = Screen.standard();
        String gateway = gateway();
        screen.say("Sample conversations for the session " + Samples.SESSION + " at " + gateway);
        Samples.bundled(screen::say).putInto(gateway);
        screen.say("See them: curl '" + gateway + "/api/chat/conversations?session_id=" + Samples.SESSION + "'");
        return 0;
    }

    private String gateway() throws IOException {
        if (url != null) {
            return url.replaceFirst("/+$", "");
        }
        return new StateFile(data.folder(Home.ofScripts()).state())
                .read()
                .filter(state -> state.launcherProcess().isPresent())
                .map(StackState::gatewayUrl)
                .orElseThrow(() -> new IllegalStateException("Nothing runs here: start it with ./deploy/local/up"));
    }
}
