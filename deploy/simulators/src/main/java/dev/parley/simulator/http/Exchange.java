package dev.parley.simulator.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** One call and its answer: whole, streamed in chunks, or broken off. Event loop only. */
public final class Exchange {
    private final ChannelHandlerContext context;
    private final Request request;
    private final boolean keepAlive;
    private final Wheel wheel;
    private Runnable whenClientLeaves = () -> {};
    private boolean running = true;
    private boolean begun;

    Exchange(ChannelHandlerContext context, Request request, boolean keepAlive, Wheel wheel) {
        this.context = context;
        this.request = request;
        this.keepAlive = keepAlive;
        this.wheel = wheel;
    }

    public Request request() {
        return request;
    }

    public Wheel wheel() {
        return wheel;
    }

    /** False once answered, broken off, or left by the client. */
    public boolean running() {
        return running;
    }

    /** The action runs when the client closes the connection before the answer has ended. */
    public void whenClientLeaves(Runnable action) {
        whenClientLeaves = action;
    }

    /** Sends a whole answer; nothing happens when the client has left. */
    public void respond(Response response) {
        if (!running) {
            return;
        }
        var message = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                ByteBufUtil.writeUtf8(context.alloc(), response.body()));
        head(message, response);
        HttpUtil.setContentLength(message, message.content().readableBytes());
        ended(context.writeAndFlush(message));
    }

    /** Promises the whole answer, sends half of it and closes the connection. */
    public void respondHalf(Response response) {
        if (!running) {
            return;
        }
        var body = ByteBufUtil.writeUtf8(context.alloc(), response.body());
        var message = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
        head(message, response);
        HttpUtil.setContentLength(message, body.readableBytes());
        var _ = context.write(message);
        var _ = context.writeAndFlush(new DefaultHttpContent(body.writerIndex(body.writerIndex() / 2)));
        drop();
    }

    /** Sends the head of a streamed answer (its body is ignored); the chunks follow. */
    public ChunkedReply stream(Response head) {
        var message = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(head.status()));
        head(message, head);
        HttpUtil.setTransferEncodingChunked(message, true);
        var _ = context.writeAndFlush(message);
        begun = true;
        return new ChunkedReply(context, this);
    }

    /** Whatever is answered from now on goes nowhere. */
    public void withhold() {
        running = false;
    }

    /** Closes the connection, after what was sent before. */
    public void drop() {
        running = false;
        context.writeAndFlush(context.alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE);
    }

    /** Ends a call that its handler could not answer, so that the client learns why where that is still possible. */
    void broken(RuntimeException cause) {
        if (begun) {
            drop();
        } else {
            respond(Response.html(HttpResponseStatus.INTERNAL_SERVER_ERROR.code(), String.valueOf(cause)));
        }
    }

    void ended(ChannelFuture last) {
        running = false;
        if (!keepAlive) {
            last.addListener(ChannelFutureListener.CLOSE);
        }
    }

    void clientLeft() {
        if (running) {
            running = false;
            whenClientLeaves.run();
        }
    }

    private void head(HttpMessage message, Response response) {
        HttpHeaders headers = message.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, response.contentType());
        response.headers().forEach(headers::set);
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }
}
