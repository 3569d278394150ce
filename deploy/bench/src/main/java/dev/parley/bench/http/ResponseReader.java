package dev.parley.bench.http;

import java.util.Locale;

/** Takes one response apart as it comes: head, body by length or in chunks. */
final class ResponseReader {
    private static final int HEX = 16;
    private static final int LETTERS_FROM = 10;
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";

    private enum Part {
        HEAD,
        SIZED,
        CHUNK_SIZE,
        CHUNK_HEAD,
        CHUNK,
        CHUNK_END,
        TRAILER,
        DONE
    }

    private final Receiver receiver;
    private final StringBuilder line = new StringBuilder();
    private Part part = Part.HEAD;
    private int status;
    private boolean chunked;
    private long left;

    ResponseReader(Receiver receiver) {
        this.receiver = receiver;
    }

    boolean isDone() {
        return part == Part.DONE;
    }

    void read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && part != Part.DONE) {
            at = switch (part) {
                case HEAD, TRAILER -> line(bytes, at, to);
                case SIZED, CHUNK -> body(bytes, at, to);
                case CHUNK_SIZE -> size(bytes, at);
                case CHUNK_HEAD -> chunkHead(bytes, at);
                case CHUNK_END -> skip(bytes, at);
                case DONE -> to;
            };
        }
    }

    private int line(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            line.append((char) bytes[at++]);
        }
        if (at == to) {
            return to;
        }
        String whole = line.toString().strip();
        line.setLength(0);
        take(whole);
        return at + 1;
    }

    private void take(String whole) {
        if (part == Part.TRAILER) {
            if (whole.isEmpty()) {
                done();
            }
        } else if (whole.isEmpty()) {
            beginBody();
        } else if (status == 0) {
            status = Integer.parseInt(whole.split(" ", 3)[1]);
        } else {
            header(whole.toLowerCase(Locale.ROOT));
        }
    }

    private void header(String header) {
        if (header.startsWith(LENGTH)) {
            left = Long.parseLong(header.substring(LENGTH.length()).strip());
        } else if (header.equals(CHUNKED)) {
            chunked = true;
        }
    }

    private void beginBody() {
        receiver.head(status);
        if (chunked) {
            part = Part.CHUNK_SIZE;
            left = 0;
        } else if (left > 0) {
            part = Part.SIZED;
        } else {
            done();
        }
    }

    private int body(byte[] bytes, int from, int to) {
        int end = (int) Math.min(to, from + left);
        left -= end - from;
        receiver.body(bytes, from, end);
        if (left == 0 && part == Part.SIZED) {
            done();
        } else if (left == 0) {
            part = Part.CHUNK_END;
        }
        return end;
    }

    /** The digits of a chunk's size may come in two pieces. */
    private int size(byte[] bytes, int at) {
        int digit = digit(bytes[at]);
        if (digit < 0) {
            part = Part.CHUNK_HEAD;
            return at;
        }
        left = left * HEX + digit;
        return at + 1;
    }

    /** What may follow a chunk's size means nothing to us. */
    private int chunkHead(byte[] bytes, int at) {
        if (bytes[at] == '\n') {
            part = left == 0 ? Part.TRAILER : Part.CHUNK;
        }
        return at + 1;
    }

    private int skip(byte[] bytes, int at) {
        if (bytes[at] == '\n') {
            part = Part.CHUNK_SIZE;
        }
        return at + 1;
    }

    private void done() {
        part = Part.DONE;
        receiver.end();
    }

    private static int digit(byte each) {
        if (each >= '0' && each <= '9') {
            return each - '0';
        }
        int letter = (each | ' ') - 'a';
        return letter >= 0 && letter < HEX - LETTERS_FROM ? letter + LETTERS_FROM : -1;
    }
}
