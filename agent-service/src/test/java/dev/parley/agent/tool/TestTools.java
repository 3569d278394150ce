package dev.parley.agent.tool;

import jakarta.validation.Validation;
import java.time.Clock;
import java.util.List;

/** The real registry around the tools of a test. */
public final class TestTools {
    private TestTools() {}

    public static Tools registry(List<Tool<?>> tools) {
        return registry(tools, List.of());
    }

    public static Tools registry(List<Tool<?>> tools, List<SchemaTool> others) {
        return of(tools, () -> others);
    }

    static ToolRegistry of(List<Tool<?>> tools, ToolSource source) {
        var arguments =
                new ArgumentReader(Validation.buildDefaultValidatorFactory().getValidator());
        return new ToolRegistry(tools, List.of(source), arguments, new ToolRunner(Clock.systemUTC()));
    }
}
