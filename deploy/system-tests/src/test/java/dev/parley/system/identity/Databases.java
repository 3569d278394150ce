package dev.parley.system.identity;

import dev.parley.system.stack.StackStatus;
import dev.parley.testing.table.TableSearch;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases of all services. */
final class Databases {
    private static final List<String> SERVICES = List.of("chat", "agent", "location", "conversation");

    private final URI address;

    Databases(StackStatus stack) {
        this.address = URI.create(stack.database());
    }

    /** Where the text is found, such as {@code chat public.turn}. */
    Set<String> find(String text) {
        Set<String> found = new TreeSet<>();
        for (String service : SERVICES) {
            TableSearch.in(database(service)).find(text).forEach(table -> found.add(service + " " + table));
        }
        return found;
    }

    private PGSimpleDataSource database(String name) {
        String[] login = address.getUserInfo().split(":", 2);
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://%s:%d/%s".formatted(address.getHost(), address.getPort(), name));
        database.setUser(login[0]);
        database.setPassword(login[1]);
        return database;
    }
}
