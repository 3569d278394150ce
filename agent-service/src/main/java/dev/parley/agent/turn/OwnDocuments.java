package dev.parley.agent.turn;

import dev.parley.agent.knowledge.Knowledge;
import dev.parley.agent.knowledge.Passage;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.RequestTurn;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds what bears on a question in the documents of whoever asks. */
@Component
class OwnDocuments {
    private static final Logger log = LoggerFactory.getLogger(OwnDocuments.class);
    private static final int MOST = 5;
    /** What is less similar, and has none of the question's words, is there only because nothing else was. */
    private static final double RELATED = 0.3;

    private static final double RELATED_BY_WORDS = 0.15;

    private final Knowledge knowledge;

    OwnDocuments(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Visitors have no documents. */
    List<Passage> about(RequestTurn request) {
        if (request.owner().kind() != Principal.Kind.USER) {
            return List.of();
        }
        try {
            return knowledge.search(request.owner(), request.message(), MOST).stream()
                    .filter(OwnDocuments::isRelated)
                    .toList();
        } catch (LinkageError e) {
            log.atError().setCause(e).log("This platform has no embeddings: turns are answered without documents");
            return List.of();
        }
    }

    static List<Citation> citations(List<Passage> passages) {
        return passages.stream()
                .map(it -> new Citation(it.document().toString(), it.title(), it.chunk(), it.score(), it.snippet()))
                .toList();
    }

    private static boolean isRelated(Passage passage) {
        return passage.score() >= (passage.literal() ? RELATED_BY_WORDS : RELATED);
    }
}
