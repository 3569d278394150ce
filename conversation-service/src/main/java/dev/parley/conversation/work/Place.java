package dev.parley.conversation.work;

import dev.parley.platform.web.Cursor;
import dev.parley.platform.work.WorkView;
import java.util.Comparator;
import java.util.UUID;

/**
 * Where an item stands in the list of all: by its id, the newest first, as the services' databases compare ids, and by its
 * service where two have the same.
 */
record Place(UUID id, String service) {
    private static final Comparator<UUID> AS_DATABASES_DO = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    static final Comparator<WorkView> NEWEST_FIRST =
            Comparator.comparing(WorkView::id, AS_DATABASES_DO.reversed()).thenComparing(WorkView::service);

    static Place of(Cursor cursor) {
        return new Place(cursor.uuid(0), cursor.text(1));
    }

    static Cursor behind(WorkView last) {
        return Cursor.of(last.id(), last.service());
    }

    /** The id before which a service's list has everything that may come behind this place: the next higher one. */
    UUID bound() {
        long low = id.getLeastSignificantBits() + 1;
        return new UUID(id.getMostSignificantBits() + (low == 0 ? 1 : 0), low);
    }

    boolean isBefore(WorkView item) {
        int order = AS_DATABASES_DO.compare(item.id(), id);
        return order < 0 || (order == 0 && item.service().compareTo(service) > 0);
    }
}
