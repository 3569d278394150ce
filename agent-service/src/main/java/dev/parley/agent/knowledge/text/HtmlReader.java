package dev.parley.agent.knowledge.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a page shows: headings, and a block for each element that stands by itself. */
final class HtmlReader implements DocumentReader {
    private static final String UNSHOWN = "script, style, noscript, template, iframe, svg, nav, form, [hidden]";

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    @Override
    public List<Block> read(byte[] file) {
        var page = new Page();
        try {
            var document = Jsoup.parse(new ByteArrayInputStream(file), null, "");
            document.select(UNSHOWN).remove();
            document.body().traverse(page);
        } catch (IOException memoryCannotFail) {
            throw new UnusableDocument(UnusableDocument.Reason.CORRUPT_DOCUMENT, memoryCannotFail);
        }
        return page.end();
    }

    /** Goes through the tree without recursion, however deep it is. */
    private static final class Page implements NodeVisitor {
        private final Blocks blocks = new Blocks();
        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (standsAlone(node)) {
                endBlock(Block.PARAGRAPH);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (standsAlone(node)) {
                endBlock(HEADINGS.contains(node.nodeName()) ? node.nodeName().charAt(1) - '0' : Block.PARAGRAPH);
            }
        }

        List<Block> end() {
            endBlock(Block.PARAGRAPH);
            return blocks.all();
        }

        private static boolean standsAlone(Node node) {
            return node instanceof Element element
                    && (element.isBlock() || element.normalName().equals("br"));
        }

        private void endBlock(int level) {
            blocks.add(level, text.toString());
            text.setLength(0);
        }
    }
}
