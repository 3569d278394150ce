package dev.parley.chat.turn;

import dev.parley.chat.access.Access;
import dev.parley.chat.access.Loss;
import dev.parley.chat.access.Viewer;
import dev.parley.chat.chore.Chore;
import dev.parley.chat.stream.TurnStream;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.TurnError;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Ends the open streams of those who may not see their conversation any more, and of turns that are lost. Either is told to
 * one replica only, which writes it down; each replica looks that up for all its streams at once. Thread-safe.
 */
@Component
class StreamWatch {
    private final Access access;
    private final LostTurns lost;
    private final Set<Watched> open = ConcurrentHashMap.newKeySet();
    private final Chore chore;

    /** A stream while it is watched. */
    final class Watched implements AutoCloseable {
        private final Viewer viewer;
        private final TurnId turn;
        private final TurnStream stream;

        private Watched(Viewer viewer, TurnId turn, TurnStream stream) {
            this.viewer = viewer;
            this.turn = turn;
            this.stream = stream;
        }

        private Viewer viewer() {
            return viewer;
        }

        private TurnId turn() {
            return turn;
        }

        private void end(Loss loss) {
            stream.end(new TurnError(turn, loss.code(), loss.detail(), false));
        }

        private void endAsLost() {
            stream.end(new TurnError(turn, LostTurns.CODE, "Nothing has become of the turn in time.", true));
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }

    StreamWatch(Access access, LostTurns lost, TurnSettings settings) {
        this.access = access;
        this.lost = lost;
        this.chore = new Chore("stream-watch", settings.streamCheck(), this::look);
    }

    Watched over(Turn turn, Principal reader, TurnStream stream) {
        var watched = new Watched(new Viewer(turn.conversation(), reader), turn.id(), stream);
        open.add(watched);
        return watched;
    }

    private void look() {
        endUnseen();
        endLost();
    }

    private void endUnseen() {
        Map<Viewer, List<Watched>> streams = open.stream().collect(Collectors.groupingBy(Watched::viewer));
        if (!streams.isEmpty()) {
            access.lost(streams.keySet())
                    .forEach((viewer, loss) ->
                            streams.getOrDefault(viewer, List.of()).forEach(watched -> watched.end(loss)));
        }
    }

    private void endLost() {
        Map<TurnId, List<Watched>> streams = open.stream().collect(Collectors.groupingBy(Watched::turn));
        if (!streams.isEmpty()) {
            lost.among(streams.keySet())
                    .forEach(turn -> streams.getOrDefault(turn, List.of()).forEach(Watched::endAsLost));
        }
    }

    @PostConstruct
    void start() {
        chore.start();
    }

    @PreDestroy
    void stop() {
        chore.stop();
    }
}
