package dev.parley.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The body of a streamed answer. A chunk's frame is written here, around what the caller fills in, and goes past the encoder: one
 * buffer and one system call a chunk instead of three buffers. Event loop only.
 */
public final class ChunkedReply {
    private static final byte[] SIZE_TO_COME = "00000000\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int SIZE_DIGITS = 8;
    private static final int CRLF = '\r' << 8 | '\n';
    private static final int USUAL_CHUNK = 512;

    private final ChannelHandlerContext context;
    private final ChannelHandlerContext pastEncoder;
    private final Exchange exchange;

    ChunkedReply(ChannelHandlerContext context, Exchange exchange) {
        this.context = context;
        this.pastEncoder = Objects.requireNonNull(context.pipeline().context(HttpResponseEncoder.class));
        this.exchange = exchange;
    }

    /** False while the client does not read what was sent. */
    public boolean writable() {
        return context.channel().isWritable();
    }

    /** A buffer to append to and hand to {@link #send}. */
    public ByteBuf chunk() {
        return context.alloc().buffer(USUAL_CHUNK).writeBytes(SIZE_TO_COME);
    }

    /** Sends the chunk at once; an empty one, which would end the body, is dropped. */
    public void send(ByteBuf chunk) {
        int size = chunk.readableBytes() - SIZE_TO_COME.length;
        if (size == 0) {
            chunk.release();
            return;
        }
        for (int digit = 0, rest = size; digit < SIZE_DIGITS; digit++, rest >>>= 4) {
            chunk.setByte(SIZE_DIGITS - 1 - digit, HEX[rest & 0xf]);
        }
        var _ = pastEncoder.writeAndFlush(chunk.writeShort(CRLF), pastEncoder.voidPromise());
    }

    public void end() {
        exchange.ended(context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT));
    }

    /** Closes the connection in the middle of the body. */
    public void cut() {
        exchange.drop();
    }
}
