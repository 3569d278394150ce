package dev.parley.platform.work;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Connections straight from the driver. A server that does not answer is noticed before the lease is over. */
final class DirectConnections implements HeartbeatConnections {

    private final String jdbcUrl;
    private final Properties properties = new Properties();

    DirectConnections(Address address, Duration patience) {
        this.jdbcUrl = address.jdbcUrl();
        String seconds = Long.toString(Math.max(1, patience.toSeconds()));
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        properties.setProperty("ApplicationName", "work-heartbeat");
        if (address.user() != null && address.password() != null) {
            properties.setProperty("user", address.user());
            properties.setProperty("password", address.password());
        }
    }

    @Override
    public HeartbeatConnection open() throws SQLException {
        return new HeartbeatConnection(DriverManager.getConnection(jdbcUrl, properties));
    }
}
