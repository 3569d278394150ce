package dev.parley.platform.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool whose connections are told the thread's tenants before each statement that they have not been told for. */
final class TenantDataSource extends DelegatingDataSource {
    /** By the connections to the server, which outlive their loans. */
    private final Cache<PGConnection, ToldTenants> told =
            Caffeine.newBuilder().weakKeys().build();

    TenantDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return scoped(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return scoped(super.getConnection(username, password));
    }

    private Connection scoped(Connection connection) throws SQLException {
        return TenantConnection.of(connection, told.get(connection.unwrap(PGConnection.class), _ -> new ToldTenants()));
    }
}
