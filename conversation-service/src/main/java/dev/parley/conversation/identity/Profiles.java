package dev.parley.conversation.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All profiles. Everybody has one, made when it is first read. */
@Repository
class Profiles {
    private static final TypeReference<Map<String, String>> LINKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Profiles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional
    Profile of(UUID account) {
        jdbc.sql("insert into profile (account_id) values (:id) on conflict do nothing")
                .param("id", account)
                .update();
        return jdbc.sql("select * from profile where account_id = :id for update")
                .param("id", account)
                .query((row, _) -> read(row))
                .single();
    }

    @Transactional
    Profile change(UUID account, ProfilePatch patch) {
        return save(account, patch.applied(of(account)));
    }

    @Transactional
    Profile save(UUID account, Profile profile) {
        jdbc.sql("""
                        insert into profile (account_id, business_name, tagline, bio, phone, website, social_links, setup_completed)
                        values (:id, :business, :tagline, :bio, :phone, :website, cast(:links as jsonb), :completed)
                        on conflict (account_id) do update
                           set business_name = excluded.business_name, tagline = excluded.tagline, bio = excluded.bio,
                               phone = excluded.phone, website = excluded.website, social_links = excluded.social_links,
                               setup_completed = excluded.setup_completed, updated_at = now()""")
                .param("id", account)
                .param("business", profile.businessName())
                .param("tagline", profile.tagline())
                .param("bio", profile.bio())
                .param("phone", profile.phone())
                .param("website", profile.website())
                .param("links", json.writeValueAsString(Objects.requireNonNullElse(profile.socialLinks(), Map.of())))
                .param("completed", Boolean.TRUE.equals(profile.setupCompleted()))
                .update();
        return of(account);
    }

    private Profile read(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("business_name"),
                row.getString("tagline"),
                row.getString("bio"),
                row.getString("phone"),
                row.getString("website"),
                json.readValue(row.getString("social_links"), LINKS),
                row.getBoolean("setup_completed"));
    }
}
