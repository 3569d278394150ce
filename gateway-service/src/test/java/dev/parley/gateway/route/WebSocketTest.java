package dev.parley.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebSocketTest extends RunningGateway {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void messages_pass_both_ways_and_the_end_too() {
        CHAT.on(
                "/test/live/socket",
                (_, response) -> response.sendWebsocket(
                        (in, out) -> out.sendString(in.receive().asString().map(text -> "echo " + text))));

        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url("/test/live/socket").replace("http:", "ws:")), new Listener())
                .join();
        socket.sendText("one", true).join();
        await().untilAsserted(() -> assertThat(heard).containsExactly("echo one"));
        socket.sendText("two", true).join();
        await().untilAsserted(() -> assertThat(heard).containsExactly("echo one", "echo two"));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(socket.isInputClosed()).isTrue());
    }

    private final class Listener implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }
    }
}
