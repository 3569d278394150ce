package dev.parley.local.command;

import dev.parley.local.data.DataFolder;
import dev.parley.local.plan.Plan;
import dev.parley.local.plan.Replica;
import dev.parley.local.plan.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people read when all is ready. */
record Welcome(Plan plan, DataFolder data) {

    List<String> lines(double seconds) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "Ready in %.1f s", seconds));
        lines.add("");
        lines.add("  API               " + plan.gatewayUrl() + "/");
        lines.add("  documentation     " + plan.gatewayUrl() + "/docs");
        lines.add("  Kafka             " + plan.bootstrapServers());
        lines.add("  PostgreSQL        " + plan.databaseUrl());
        lines.add("  logs              " + data.logs());
        plan.replicas().stream()
                .filter(replica -> replica.debugPort() != 0)
                .forEach(replica -> lines.add(debugger(replica)));
        if (plan.replicas().stream().anyMatch(replica -> replica.service() == Service.GATEWAY)) {
            lines.add("");
            lines.add("Try");
            lines.add("  " + question());
        }
        lines.add("");
        return lines;
    }

    private String question() {
        return "curl -N -X POST " + plan.gatewayUrl() + "/api/chat -H 'Content-Type: application/json' -d"
                + " '{\"message\":\"Where could I open a coffee bar in Berlin?\",\"session_id\":\"demo-session-000001\"}'";
    }

    private static String debugger(Replica replica) {
        return "  debugger          127.0.0.1:" + replica.debugPort() + " (" + replica.name() + ")";
    }
}
