package dev.parley.platform.work;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ways to the tables.
 *
 * @param client joins the transaction of its thread, if there is one
 */
record WorkDatabase(JdbcClient client, TransactionOperations transactions, HeartbeatConnections heartbeats) {

    static WorkDatabase of(DataSource pool, HeartbeatConnections heartbeats) {
        return new WorkDatabase(
                JdbcClient.create(pool), new TransactionTemplate(new JdbcTransactionManager(pool)), heartbeats);
    }
}
