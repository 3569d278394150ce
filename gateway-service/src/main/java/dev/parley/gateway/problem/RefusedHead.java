package dev.parley.gateway.problem;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.observability.RequestId;
import dev.parley.platform.problem.Problem;
import dev.parley.platform.problem.ProblemException;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a problem document to what the server refuses before there is a request: a head that is too large, or cannot be read.
 * The server answers that with a bare status, and closes the connection. One for each connection.
 */
final class RefusedHead extends ChannelDuplexHandler {
    private final JsonMapper json;
    private boolean refused;

    RefusedHead(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        refused |= message instanceof HttpObject part && part.decoderResult().isFailure();
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (refused
                && message instanceof FullHttpResponse bare
                && !bare.content().isReadable()) {
            explain(bare);
        }
        var _ = context.write(message, promise);
    }

    private void explain(FullHttpResponse answer) {
        byte[] body = json.writeValueAsBytes(Problem.of(problem(answer.status().code()), null));
        answer.content().writeBytes(body);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(RequestId.HEADER, RequestId.of(null));
    }

    private static ProblemException problem(int status) {
        return switch (status) {
            case 431 -> new ProblemException(ProblemCode.HEADERS_TOO_LARGE, "The headers are too large together.");
            case 414 -> new ProblemException(ProblemCode.URI_TOO_LONG, "The path with its query is too long.");
            default -> new ProblemException(ProblemCode.MALFORMED_REQUEST, "This is no HTTP request.");
        };
    }
}
