package dev.parley.conversation.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * As whom the write-ahead log is read: a role with REPLICATION, which may be another one than the application's.
 *
 * @param url such as {@code jdbc:postgresql://host:5432/conversation}
 */
@ConfigurationProperties("parley.database.replication")
record ReplicationLogin(String url, String username, String password) {
    @Override
    public String toString() {
        return "ReplicationLogin " + username;
    }
}
