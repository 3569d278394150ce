package dev.parley.simulator.llm.measure;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The request that opens one stream. */
record Asking(URI address, int tokens, int gapMillis) {

    byte[] bytes() {
        String body = """
                {"model":"sim-%dx%d","stream":true,"messages":[{"role":"user","content":"Count."}]}""".formatted(tokens, gapMillis);
        String head = """
                POST %s/chat/completions HTTP/1.1
                Host: %s
                Authorization: Bearer sim
                Content-Type: application/json
                Content-Length: %d

                """.formatted(address.getPath(), address.getAuthority(), body.length())
                .replace("\n", "\r\n");
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
