package dev.parley.platform.work;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A way to the database that can be cut, as by a process that is stopped or a network that is gone. */
final class CuttableHeartbeats implements HeartbeatConnections {

    private final DataSource database;
    private boolean cut;
    private @Nullable Connection last;

    CuttableHeartbeats(DataSource database) {
        this.database = database;
    }

    @Override
    public synchronized HeartbeatConnection open() throws SQLException {
        if (cut) {
            throw new SQLException("the way is cut");
        }
        last = database.getConnection();
        return new HeartbeatConnection(last);
    }

    synchronized void cut() throws SQLException {
        cut = true;
        if (last != null) {
            last.close();
        }
    }

    synchronized void mend() {
        cut = false;
    }
}
