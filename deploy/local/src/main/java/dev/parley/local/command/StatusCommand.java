package dev.parley.local.command;

import dev.parley.local.data.DataFolder;
import dev.parley.local.stack.StackState;
import dev.parley.local.stack.StateFile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs. */
@Command(name = "status", description = "What runs, with health, ports and memory. Exit code 1 when nothing does.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "For programs")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        return show(data.folder(Home.ofScripts()), json, Screen.standard(), new Screen(System.err));
    }

    static int show(DataFolder folder, boolean json, Screen out, Screen error) {
        Optional<StackState> state = new StateFile(folder.state()).read();
        Optional<ProcessHandle> launcher = state.flatMap(StackState::launcherProcess);
        if (state.isEmpty() || launcher.isEmpty()) {
            error.say(
                    state.isEmpty()
                            ? "Nothing runs on " + folder.root()
                            : "The launcher was killed; ./deploy/local/down stops what it left");
            return 1;
        }
        StatusReport report = StatusReport.of(state.get());
        if (json) {
            out.say(report.json());
        } else {
            StatusTable.of(report, launcher.get()).forEach(out::say);
        }
        return 0;
    }
}
