package dev.parley.platform.secret;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key in HashiCorp Vault's transit engine, or OpenBao's, which speaks the same: it seals and opens there, and never comes
 * here. Each call is a request that waits.
 */
final class Vault implements Aead {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private final VaultKey key;
    private final VaultSettings settings;
    private final Duration patience;

    Vault(VaultKey key, VaultSettings settings, Duration patience) {
        this.key = key;
        this.settings = settings;
        this.patience = patience;
    }

    /** @throws KmsFailure when it cannot, or must not */
    @Override
    public byte[] encrypt(byte[] plain, byte[] context) throws KmsFailure {
        return ask("encrypt", "plaintext", base64(plain), context, "ciphertext").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws KmsFailure when it cannot, or must not */
    @Override
    public byte[] decrypt(byte[] sealed, byte[] context) throws KmsFailure {
        String text = new String(sealed, StandardCharsets.UTF_8);
        try {
            return Base64.getDecoder().decode(ask("decrypt", "ciphertext", text, context, "plaintext"));
        } catch (IllegalArgumentException notBase64) {
            throw strange();
        }
    }

    private String ask(String operation, String name, String value, byte[] context, String wanted) throws KmsFailure {
        String body = JSON.writeValueAsString(Map.of(name, value, "associated_data", base64(context)));
        HttpResponse<String> answer = send(request(operation, body));
        if (answer.statusCode() != 200) {
            throw refused(answer.statusCode());
        }
        try {
            return JSON.readTree(answer.body())
                    .path("data")
                    .path(wanted)
                    .asStringOpt()
                    .orElseThrow(this::strange);
        } catch (JacksonException notJson) {
            throw strange();
        }
    }

    private HttpRequest request(String operation, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(key.toDo(operation))
                .timeout(patience)
                .header("Content-Type", "application/json")
                // Vault's agent as a proxy answers only who says so: no page in a browser can.
                .header("X-Vault-Request", "true")
                .POST(BodyPublishers.ofString(body));
        header(request, "X-Vault-Token", settings.currentToken());
        header(request, "X-Vault-Namespace", settings.namespace());
        return request.build();
    }

    private static void header(HttpRequest.Builder request, String name, String value) {
        if (!value.isEmpty()) {
            request.header(name, value);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws KmsFailure {
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            return http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
        } catch (IOException e) {
            throw new KmsFailure(key.address() + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KmsFailure("interrupted");
        }
    }

    private KmsFailure refused(int status) {
        return new KmsFailure(
                switch (status) {
                    case 400 -> key.address() + " has no such key, or this was sealed with another one (HTTP 400)";
                    case 403 -> key.address() + " does not let us use the key: look at token and policy (HTTP 403)";
                    case 404 -> key.address() + " has no transit engine there (HTTP 404)";
                    default -> key.address() + " cannot answer now (HTTP " + status + ")";
                });
    }

    private KmsFailure strange() {
        return new KmsFailure(key.address() + " answers as no Vault does");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
