package dev.parley.platform.schema;

import dev.parley.platform.settings.Stage;
import dev.parley.platform.settings.StartRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;

/** Row level security binds only a role that it cannot be switched off by: production starts with no other. */
final class ApplicationRole implements InitializingBean {
    private final DataSource application;
    private final Stage stage;

    ApplicationRole(DataSource application, Stage stage) {
        this.application = application;
        this.stage = stage;
    }

    /** @throws StartRefused in production, when the role is above row level security */
    @Override
    public void afterPropertiesSet() throws SQLException {
        if (stage == Stage.PRODUCTION && isAboveTheRules()) {
            throw new StartRefused(
                    "the role of DATABASE_URL owns the tables, is a superuser or has BYPASSRLS, or may become"
                            + " such a role: row level security does not hold it. Give it a role that owns nothing, and name the one that does in"
                            + " DATABASE_MIGRATION_URL");
        }
    }

    private boolean isAboveTheRules() throws SQLException {
        try (Connection connection = application.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select exists (select from pg_roles r
                                        where pg_has_role(current_user, r.oid, 'member')
                                          and (rolsuper or rolbypassrls or exists (
                                                select from pg_class where relowner = r.oid and relrowsecurity)))""");
                ResultSet found = statement.executeQuery()) {
            return found.next() && found.getBoolean(1);
        }
    }
}
