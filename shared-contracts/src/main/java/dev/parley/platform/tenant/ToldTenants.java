package dev.parley.platform.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a connection's session has been told. For the thread that has the connection. */
final class ToldTenants {
    private @Nullable String tenants;
    private boolean inTransaction;

    /** Costs a round trip where the tenants are others than before. */
    void tell(Connection connection, String wanted) throws SQLException {
        if (wanted.equals(tenants)) {
            return;
        }
        tenants = null;
        inTransaction = !connection.getAutoCommit();
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('parley.tenants', ?, false)")) {
            statement.setString(1, wanted);
            statement.execute();
        }
        tenants = wanted;
    }

    void committed() {
        inTransaction = false;
    }

    /** What was told within a transaction that did not commit was never told. */
    void mayBeUndone() {
        if (inTransaction) {
            tenants = null;
            inTransaction = false;
        }
    }
}
