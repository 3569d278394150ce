package dev.parley.platform.work;

import java.sql.SQLException;

/** Opens connections beside the pool. */
@FunctionalInterface
interface HeartbeatConnections {

    HeartbeatConnection open() throws SQLException;
}
