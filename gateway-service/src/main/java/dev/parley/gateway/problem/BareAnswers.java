package dev.parley.gateway.problem;

import dev.parley.platform.observability.RequestId;
import dev.parley.platform.problem.ErrorForm;
import dev.parley.platform.problem.Problem;
import dev.parley.platform.problem.ProblemException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problems of a connection, as answers that pass by the framework and are the connection's last. */
@Component
public final class BareAnswers {
    private final JsonMapper json;

    BareAnswers(JsonMapper json) {
        this.json = json;
    }

    /** @param path of the request */
    public FullHttpResponse of(ProblemException problem, String path) {
        ErrorForm form = ErrorForm.at(path);
        byte[] body = json.writeValueAsBytes(form.body(Problem.of(problem, path)));
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(problem.code().status()),
                Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, form.mediaType())
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(RequestId.HEADER, RequestId.of(null));
        return answer;
    }
}
