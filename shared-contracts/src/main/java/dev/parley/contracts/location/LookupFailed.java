package dev.parley.contracts.location;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.LookupId;

/**
 * There is no answer.
 *
 * @param code a stable name, such as {@code expired} or {@code provider_failed}
 * @param retryable whether asking again may help
 */
@WireType("parley.location.lookup_failed.v1")
public record LookupFailed(LookupId lookupId, String code, String detail, boolean retryable)
        implements LocationResult {}
