/**
 * Row level security: whose rows the statements of a thread may see and write. Whoever calls a controller is the tenant of its
 * request, and the tenant of a piece of work that of its run; everybody else says it with a {@link TenantScope}. Reads and
 * writes the database's setting {@code parley.tenants}, which the policies of {@code platform.protect} go by.
 */
@NullMarked
package dev.parley.platform.tenant;

import org.jspecify.annotations.NullMarked;
