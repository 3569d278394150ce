package dev.parley.conversation.stream;

import dev.parley.platform.settings.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets nobody read from a slot that has lost something: what was committed meanwhile would be missing, and nobody would know.
 * A person decides, and the reconciler then publishes what is still in the outbox.
 */
@Component
class SlotGuard {
    private static final Logger log = LoggerFactory.getLogger(SlotGuard.class);

    private final ReplicationSlots slots;
    private final StreamSettings settings;
    private volatile boolean lost;

    SlotGuard(ReplicationSlots slots, StreamSettings settings) {
        this.slots = slots;
        this.settings = settings;
    }

    /** @throws StartRefused when the slot is somebody else's, or is lost and nobody has allowed to make it anew */
    void require() {
        slots.ownerElsewhere(settings.slot()).ifPresent(database -> {
            throw new StartRefused(
                    "the replication slot %s belongs to the database %s on the same server: give CONVERSATION_STREAM_SLOT another name"
                            .formatted(settings.slot(), database));
        });
        lost = isLostForGood();
        if (lost) {
            throw new StartRefused(whatToDo());
        }
    }

    /** Whether there is a slot to read from, or one can be made; says so once when there is not. */
    boolean isUsable() {
        boolean lostNow = isLostForGood();
        if (lostNow && !lost) {
            log.error("The event stream is late from now on: {}", whatToDo());
        }
        lost = lostNow;
        return !lostNow;
    }

    private boolean isLostForGood() {
        if (isLost() && settings.recreateSlot()) {
            log.warn(
                    "The replication slot {} was lost, and is made anew; the reconciler publishes what is left",
                    settings.slot());
            slots.forget(settings.slot());
        }
        return isLost();
    }

    /** As it was when somebody looked. */
    boolean wasLost() {
        return lost;
    }

    String whatToDo() {
        return ("the replication slot %s is lost (was it dropped, or did it fall behind by more than"
                        + " max_slot_wal_keep_size?); set CONVERSATION_STREAM_RECREATE_SLOT=true to have a new one made:"
                        + " what was not published is still in the outbox, and is published then")
                .formatted(settings.slot());
    }

    private boolean isLost() {
        SlotState slot = slots.find(settings.slot());
        return slot.exists() ? slot.lost() : slots.hasBeenRead();
    }
}
