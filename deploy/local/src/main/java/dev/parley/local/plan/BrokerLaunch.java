package dev.parley.local.plan;

import dev.parley.local.broker.BrokerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM of the broker's process: a program of this very class path. */
final class BrokerLaunch {

    private static final int HEAP_MB = 256;

    private static final List<String> LOGGING = List.of(
            "-Dorg.slf4j.simpleLogger.logFile=System.out",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private BrokerLaunch() {}

    static JvmCommand jvm(Path java, List<String> own, List<String> inherited, List<String> arguments) {
        List<String> program = new ArrayList<>();
        program.add("-cp");
        program.add(System.getProperty("java.class.path"));
        program.add(BrokerProcess.class.getName());
        program.addAll(arguments);
        return new JvmCommand(java, HEAP_MB, LOGGING, own, inherited, program);
    }
}
