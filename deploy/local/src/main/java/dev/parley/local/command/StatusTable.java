package dev.parley.local.command;

import dev.parley.local.process.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same report for people, with the memory of everything. */
final class StatusTable {

    private final List<String> lines = new ArrayList<>();
    private long totalMb;

    private StatusTable() {}

    static List<String> of(StatusReport report, ProcessHandle launcher) {
        StatusTable table = new StatusTable();
        table.lines.add(String.format(Locale.ROOT, "%-24s %-10s %8s %7s %6s", "", "", "pid", "port", "MB"));
        for (StatusReport.Service service : report.services()) {
            table.row(service.name(), word(service), service.pid(), Integer.toString(service.port()), service.rssMb());
        }
        table.backing("kafka", report.kafka().pid(), report.kafka().bootstrapServers());
        table.backing("postgres", report.postgres().pid(), report.postgres().url());
        table.row("launcher", "", launcher.pid(), "", Memory.residentMb(launcher.pid()));
        table.lines.add(String.format(Locale.ROOT, "%-24s %-10s %8s %7s %6d", "", "", "", "", table.totalMb));
        table.lines.add("");
        table.lines.add(report.gatewayUrl());
        return table.lines;
    }

    private void backing(String name, long pid, String address) {
        long memory = ProcessHandle.of(pid).map(Memory::treeMb).orElse(0L);
        String port = address.replaceFirst(".*:(\\d+).*", "$1");
        row(name, pid == 0 ? "down" : "running", pid, port, memory);
    }

    private void row(String name, String state, long pid, String port, long memory) {
        totalMb += memory;
        lines.add(String.format(Locale.ROOT, "%-24s %-10s %8d %7s %6d", name, state, pid, port, memory));
    }

    private static String word(StatusReport.Service service) {
        if (service.pid() == 0) {
            return "down";
        }
        return service.healthy() ? "healthy" : "not ready";
    }
}
