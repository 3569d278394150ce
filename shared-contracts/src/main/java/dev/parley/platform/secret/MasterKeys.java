package dev.parley.platform.secret;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All sealed keys of this service. */
final class MasterKeys {
    private final JdbcClient jdbc;

    MasterKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(String kmsKey) {
        return jdbc.sql("select sealed from platform.master_key where kms_key = :key")
                .param("key", kmsKey)
                .query(byte[].class)
                .optional();
    }

    /** Keeps it, unless there is one already: that one is everybody's. */
    void add(String kmsKey, byte[] sealed) {
        jdbc.sql("insert into platform.master_key (kms_key, sealed) values (:key, :sealed) on conflict do nothing")
                .param("key", kmsKey)
                .param("sealed", sealed)
                .update();
    }
}
