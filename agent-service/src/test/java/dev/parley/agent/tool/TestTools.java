package dev.parley.agent.tool;

import jakarta.validation.Validation;
import java.time.Clock;
import java.util.List;

/** The real registry around the tools of a test. */
public final class TestTools {
    private TestTools() {}

    public static Tools registry(List<Tool<?>> tools) {
        var arguments =
                new ArgumentReader(Validation.buildDefaultValidatorFactory().getValidator());
        return new ToolRegistry(tools, arguments, new ToolRunner(Clock.systemUTC()));
    }
}
