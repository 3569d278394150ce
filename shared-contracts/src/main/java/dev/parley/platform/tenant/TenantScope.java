package dev.parley.platform.tenant;

import dev.parley.contracts.id.Principal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose rows the statements of this thread may see and write, from its making until it is closed. Without one there are no
 * rows. Other threads that work for the same have to open their own.
 */
public final class TenantScope implements AutoCloseable {
    private static final String NOBODY = "";
    private static final String EVERYONE = "*";
    private static final String SEPARATOR = ",";
    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> NOBODY);

    private final String before = CURRENT.get();

    private TenantScope(String tenants) {
        CURRENT.set(tenants);
    }

    public static TenantScope of(Principal owner) {
        return named(nameOf(owner));
    }

    /** For what comes together and is stored in one transaction. */
    public static TenantScope ofAll(Collection<Principal> owners) {
        return new TenantScope(owners.stream()
                .map(TenantScope::nameOf)
                .distinct()
                .map(TenantScope::checked)
                .collect(Collectors.joining(SEPARATOR)));
    }

    /** @param tenant as {@link #nameOf} has it */
    public static TenantScope named(String tenant) {
        return new TenantScope(checked(tenant));
    }

    /** For what has no tenant; who uses it says why with {@link AcrossTenants}. */
    public static TenantScope everyone() {
        return new TenantScope(EVERYONE);
    }

    /** For the rest of what this thread does, or until it {@link #leave leaves}. */
    public static void enter(Principal caller) {
        CURRENT.set(checked(nameOf(caller)));
    }

    public static void leave() {
        CURRENT.remove();
    }

    /** For what belongs to nobody, within what belongs to somebody. */
    public static TenantScope nobody() {
        return new TenantScope(NOBODY);
    }

    /** The one tenant of this thread; empty when there is none, or several. */
    public static Optional<String> sole() {
        String current = CURRENT.get();
        boolean one = !current.equals(NOBODY) && !current.equals(EVERYONE) && !current.contains(SEPARATOR);
        return one ? Optional.of(current) : Optional.empty();
    }

    /** How rows name their tenant, such as {@code user:ID}. */
    public static String nameOf(Principal owner) {
        return owner.kind().name().toLowerCase(Locale.ROOT) + ":" + owner.id();
    }

    /** As the setting has it. */
    static String current() {
        return CURRENT.get();
    }

    private static String checked(String tenant) {
        if (tenant.equals(EVERYONE) || tenant.contains(SEPARATOR)) {
            throw new IllegalArgumentException("no tenant can have the name " + tenant);
        }
        return tenant;
    }

    @Override
    public void close() {
        CURRENT.set(before);
    }
}
