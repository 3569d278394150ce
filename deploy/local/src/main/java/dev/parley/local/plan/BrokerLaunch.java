package dev.parley.local.plan;

import dev.parley.local.broker.BrokerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the broker's process. */
final class BrokerLaunch {

    private static final List<String> LOGGING = List.of(
            "-Dorg.slf4j.simpleLogger.logFile=System.out",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private BrokerLaunch() {}

    static List<String> command(Path java, List<String> own, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(ServiceLaunch.small(own));
        command.add("-Xmx256m");
        command.addAll(LOGGING);
        command.addAll(own);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(BrokerProcess.class.getName());
        command.addAll(arguments);
        return command;
    }
}
