package dev.parley.contracts.schema;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.stream.Collectors;

/** Javadoc as plain text on one line. */
final class DocText {

    private DocText() {}

    static String of(List<? extends DocTree> parts) {
        return parts.stream()
                .map(DocText::of)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String of(DocTree part) {
        return switch (part) {
            case TextTree text -> text.getBody();
            case LiteralTree literal -> literal.getBody().getBody();
            case LinkTree link -> link.getReference().getSignature().replaceAll("^#|\\(\\)$", "");
            default -> " ";
        };
    }
}
