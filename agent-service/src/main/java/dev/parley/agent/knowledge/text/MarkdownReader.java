package dev.parley.agent.knowledge.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headings and paragraphs of Markdown. Of links and pictures only the words are kept. */
final class MarkdownReader implements DocumentReader {
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*\\s*$");
    /** A longer line is none; and the pattern must not meet one. */
    private static final int LONGEST_HEADING = 500;

    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~).*");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]{0,500})\\]\\([^)\\n]{0,2000}\\)");

    @Override
    public List<Block> read(byte[] file) {
        var page = new Page();
        PlainText.decode(file, false).lines().forEach(page::line);
        return page.end();
    }

    private static final class Page {
        private final Blocks blocks = new Blocks();
        private final StringBuilder paragraph = new StringBuilder();
        private boolean code;

        void line(String line) {
            if (FENCE.matcher(line).matches()) {
                code = !code;
                return;
            }
            Matcher heading = HEADING.matcher(line.length() > LONGEST_HEADING ? "" : line);
            if (!code && heading.matches()) {
                endParagraph();
                blocks.add(heading.group(1).length(), words(heading.group(2)));
            } else if (!code && line.isBlank()) {
                endParagraph();
            } else {
                paragraph.append(code ? line : words(line)).append('\n');
            }
        }

        List<Block> end() {
            endParagraph();
            return blocks.all();
        }

        private void endParagraph() {
            blocks.add(Block.PARAGRAPH, paragraph.toString());
            paragraph.setLength(0);
        }

        private static String words(String line) {
            return LINK.matcher(line).replaceAll("$1").replace("**", "").replace("__", "");
        }
    }
}
