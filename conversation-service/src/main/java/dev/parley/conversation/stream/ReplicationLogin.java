package dev.parley.conversation.stream;

import dev.parley.platform.settings.BadSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * As whom the write-ahead log is read: a role with REPLICATION, which may be another one than the application's.
 *
 * @param url such as {@code jdbc:postgresql://host:5432/conversation}
 */
@ConfigurationProperties("parley.database.replication")
record ReplicationLogin(
        String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password) {
    /** @throws BadSetting when nobody is named: the driver would take the user of the process, and Debezium does not */
    ReplicationLogin {
        if (username.isEmpty()) {
            throw BadSetting.hidden("DATABASE_REPLICATION_URL, or DATABASE_URL without it,", "one that names a user");
        }
    }

    @Override
    public String toString() {
        return "ReplicationLogin " + username;
    }
}
