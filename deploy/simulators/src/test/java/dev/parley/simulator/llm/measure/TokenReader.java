package dev.parley.simulator.llm.measure;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Reads one stream as bytes: it looks for {@code @micros} and for the end, and parses nothing else. */
final class TokenReader extends SimpleChannelInboundHandler<ByteBuf> {
    private static final long MICROS = 1_000_000;
    private static final byte[] END = {'[', 'D', 'O', 'N', 'E', ']'};

    private final Asking asking;
    private final Lags lags;
    private final CountDownLatch open;
    private final Clock clock = Clock.systemUTC();
    private boolean inNumber;
    private long number;
    private int matched;

    TokenReader(Asking asking, Lags lags, CountDownLatch open) {
        this.asking = asking;
        this.lags = lags;
        this.open = open;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var _ = context.writeAndFlush(Unpooled.wrappedBuffer(asking.bytes()));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        long now = micros();
        bytes.forEachByte(each -> {
            read(each, now);
            return true;
        });
        if (matched == END.length) {
            matched = 0;
            var _ = context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        open.countDown();
    }

    private void read(byte each, long now) {
        if (each == '@') {
            inNumber = true;
            number = 0;
        } else if (inNumber && each >= '0' && each <= '9') {
            number = number * 10 + each - '0';
        } else if (inNumber) {
            inNumber = false;
            lags.add(now - number);
        }
        if (matched < END.length) {
            matched = each == END[matched] ? matched + 1 : 0;
        }
    }

    private long micros() {
        Instant now = clock.instant();
        return now.getEpochSecond() * MICROS + now.getNano() / 1000;
    }
}
