package dev.parley.system.clock;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Java agent that adds so many seconds to every reading of the time of day, be it {@code System.currentTimeMillis()} in any library or
 * {@code Instant.now()}. Durations, which are measured with {@code System.nanoTime()}, stay right. Waits until a time of day inside the
 * JDK, which its native code ends, go by the machine's clock.
 */
public final class ClockAgent implements ClassFileTransformer {
    private static final String MILLIS = "java/lang/System.currentTimeMillis";

    /** What {@code java.time.Clock} adds to a second that it has once read. */
    private static final String NANOS = "jdk/internal/misc/VM.getNanoTimeAdjustment";

    private static final List<String> JDK = List.of("java/time/", "java/util/Date", "java/util/Calendar");
    private static final List<String> LOADED_BEFORE =
            List.of("java.time.Clock", "java.time.Clock$SystemClock", "java.util.Date");

    private final Duration shift;

    private ClockAgent(Duration shift) {
        this.shift = shift;
    }

    /**
     * Called by the JVM before the program's own {@code main}.
     *
     * @param seconds to add to the time of day; may be negative
     */
    public static void premain(String seconds, Instrumentation jvm) throws UnmodifiableClassException {
        jvm.addTransformer(new ClockAgent(Duration.ofSeconds(Long.parseLong(seconds))), true);
        jvm.retransformClasses(Arrays.stream(jvm.getAllLoadedClasses())
                .filter(loaded -> LOADED_BEFORE.contains(loaded.getName()))
                .toArray(Class<?>[]::new));
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> type,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || !isConcerned(name) || !readsTheTime(bytes)) {
            return null;
        }
        ClassLoader libraries = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        ClassFile file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(libraries).orElse(ClassHierarchyResolver.defaultResolver())));
        return file.transformClass(file.parse(bytes), ClassTransform.transformingMethodBodies(this::shifted));
    }

    private void shifted(CodeBuilder code, CodeElement element) {
        code.with(element);
        if (element instanceof InvokeInstruction call) {
            switch (call.owner().asInternalName() + "." + call.name().stringValue()) {
                case MILLIS -> code.loadConstant(shift.toMillis()).ladd();
                case NANOS -> code.loadConstant(shift.toNanos()).ladd();
                default -> {}
            }
        }
    }

    /** Inside the JDK only what tells the time, and nothing that waits by it. */
    private static boolean isConcerned(String name) {
        boolean jdk = name.startsWith("java/") || name.startsWith("jdk/") || name.startsWith("sun/");
        return !jdk || JDK.stream().anyMatch(name::startsWith);
    }

    private static boolean readsTheTime(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("currentTimeMillis") || text.contains("getNanoTimeAdjustment");
    }
}
