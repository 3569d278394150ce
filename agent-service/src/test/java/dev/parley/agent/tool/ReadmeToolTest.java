package dev.parley.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The tool that the README shows is one: exactly its text is compiled, found by Spring and called. */
class ReadmeToolTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(package .*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("package ([\\w.]+);.*class (\\w+)", Pattern.DOTALL);

    @TempDir
    private Path classes = Path.of("");

    private record Source(String name, String text) {
        JavaFileObject file() {
            return new SimpleJavaFileObject(
                    URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                }
            };
        }
    }

    @Test
    void a_tool_is_written_in_less_than_thirty_lines_and_needs_nothing_else() throws Exception {
        Source source = fromReadme();
        assertThat(source.text().lines().count()).isLessThan(30);
        compile(source);

        try (var loader = new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
                var context = new AnnotationConfigApplicationContext(loader.loadClass(source.name()))) {
            Tool<?> tool = context.getBean(Tool.class);
            Tools tools = TestTools.registry(List.of(tool));

            ToolDescription described = tools.all().getFirst();
            assertThat(described.parameters().toString()).contains("minimum=1", "maximum=10", "default=1");
            assertThat(call(tools, described, "{\"coins\":3}"))
                    .isInstanceOfSatisfying(
                            ToolOutcome.Success.class,
                            it -> assertThat(it.result())
                                    .hasEntrySatisfying(
                                            "sides",
                                            sides -> assertThat(sides)
                                                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                                                    .hasSize(3)));
            assertThat(call(tools, described, "{\"coins\":11}")).isInstanceOf(ToolOutcome.Failure.class);
        }
    }

    private static ToolOutcome call(Tools tools, ToolDescription tool, String arguments) {
        return tools.prepare(tool.toolId(), arguments)
                .run(new ToolInvocation("turn:1:0", Instant.now().plusSeconds(30), new CompletableFuture<>()));
    }

    private static Source fromReadme() throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("README.md")));
        assertThat(snippet.find()).as("a tool in README.md").isTrue();
        Matcher name = NAME.matcher(snippet.group(1));
        assertThat(name.find()).isTrue();
        return new Source(name.group(1) + "." + name.group(2), snippet.group(1));
    }

    private void compile(Source source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        List<String> options = List.of(
                "-d", classes.toString(), "-parameters", "-proc:none", "-cp", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(said, null, null, options, null, List.of(source.file()))
                .call();
        assertThat(compiled).as(said.toString()).isTrue();
    }
}
