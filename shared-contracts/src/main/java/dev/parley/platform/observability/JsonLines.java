package dev.parley.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a log event as one line of JSON, with the fields of Logstash's format. Every request writes a line or two: the
 * framework's own writer takes fifty times the memory of the line for it.
 */
public final class JsonLines implements StructuredLogFormatter<ILoggingEvent> {
    private static final int USUAL_LENGTH = 512;
    private static final int LONGEST_STACK_TRACE = 8_192;

    private final JsonFactory json = new JsonFactory();
    private final String service;
    private final StackTracePrinter stackTraces =
            StandardStackTracePrinter.rootFirst().withMaximumLength(LONGEST_STACK_TRACE);

    /** Made by Spring Boot, by its name in {@code logging.structured.format.console}. */
    public JsonLines(Environment environment) {
        this.service = environment.getProperty("spring.application.name", "parley");
    }

    /** Half a surrogate pair, which a client may have sent, becomes a question mark: a line is never lost for it. */
    @Override
    public byte[] formatAsBytes(ILoggingEvent event, Charset charset) {
        return format(event).getBytes(charset);
    }

    @Override
    public String format(ILoggingEvent event) {
        var line = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeStringProperty("@timestamp", event.getInstant().toString());
            out.writeStringProperty("message", event.getFormattedMessage());
            out.writeStringProperty("logger_name", event.getLoggerName());
            out.writeStringProperty("thread_name", event.getThreadName());
            out.writeStringProperty("level", event.getLevel().toString());
            for (Map.Entry<String, String> context : event.getMDCPropertyMap().entrySet()) {
                out.writeStringProperty(context.getKey(), context.getValue());
            }
            for (KeyValuePair pair : pairs(event)) {
                write(out, pair);
            }
            writeStackTrace(out, event.getThrowableProxy());
            out.writeStringProperty("service", service);
            out.writeEndObject();
        }
        return line.append('\n').toString();
    }

    private static List<KeyValuePair> pairs(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null ? List.of() : pairs;
    }

    private static void write(JsonGenerator out, KeyValuePair pair) {
        out.writeName(pair.key);
        switch (pair.value) {
            case null -> out.writeNull();
            case Long number -> out.writeNumber(number);
            case Integer number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case Boolean yes -> out.writeBoolean(yes);
            case Object other -> out.writeString(other.toString());
        }
    }

    private void writeStackTrace(JsonGenerator out, @Nullable IThrowableProxy thrown) {
        if (thrown instanceof ThrowableProxy proxy) {
            out.writeStringProperty("stack_trace", stackTraces.printStackTraceToString(proxy.getThrowable()));
        }
    }
}
