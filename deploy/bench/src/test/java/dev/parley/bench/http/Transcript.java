package dev.parley.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Writes down what a response was. */
final class Transcript implements Receiver {
    private final StringBuilder said = new StringBuilder();
    private final CompletableFuture<String> whole = new CompletableFuture<>();

    @Override
    public void head(int status) {
        said.append(status).append(' ');
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        said.append(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    @Override
    public void end() {
        whole.complete(said.append(" end").toString());
    }

    @Override
    public void broken(String why) {
        whole.complete(said.append("broken: ").append(why).toString());
    }

    String said() {
        return said.toString();
    }

    CompletableFuture<String> whole() {
        return whole;
    }
}
