package dev.parley.platform.observability;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Gives each dispatch of a request its id and trace, and its answer the id. A valve and no filter, so that it comes before
 * everything: what Tomcat refuses has an id too.
 */
final class RequestContextValve extends ValveBase {
    RequestContextValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        RequestContext context = RequestContext.of(request);
        response.setHeader(RequestId.HEADER, context.requestId());
        context.during(() -> getNext().invoke(request, response));
    }
}
