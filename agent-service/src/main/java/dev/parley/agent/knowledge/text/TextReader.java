package dev.parley.agent.knowledge.text;

import java.util.List;
import java.util.regex.Pattern;

/** Text without structure but paragraphs: empty lines are between them. */
final class TextReader implements DocumentReader {
    private static final Pattern BETWEEN = Pattern.compile("\\R[ \\t]*\\R\\s*");

    @Override
    public List<Block> read(byte[] file) {
        var blocks = new Blocks();
        BETWEEN.splitAsStream(PlainText.decode(file, false))
                .forEach(paragraph -> blocks.add(Block.PARAGRAPH, paragraph));
        return blocks.all();
    }
}
