package dev.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.backing.OwnGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void with_a_certificate_the_gateway_speaks_https() throws Exception {
        KeyStore keys = selfSigned();
        Path certificate =
                pem("cert.pem", "CERTIFICATE", keys.getCertificate("gateway").getEncoded());
        Path key =
                pem("key.pem", "PRIVATE KEY", keys.getKey("gateway", PASSWORD).getEncoded());

        try (OwnGateway gateway = OwnGateway.start("TLS_CERT_FILE=" + certificate, "TLS_KEY_FILE=" + key);
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting(keys)).build()) {
            URI health = URI.create("https://localhost:" + gateway.port() + "/health");

            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession())
                    .hasValueSatisfying(
                            session -> assertThat(session.getProtocol()).isEqualTo("TLSv1.3"));
            assertThatThrownBy(() -> gateway.client().get("/health")).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void a_certificate_without_its_key_or_a_file_that_is_not_there_is_refused() throws Exception {
        Path certificate = Files.createFile(folder.resolve("only.pem"));

        assertThatThrownBy(() -> OwnGateway.start("TLS_CERT_FILE=" + certificate))
                .hasStackTraceContaining("TLS_KEY_FILE= is not accepted");
        assertThatThrownBy(() -> OwnGateway.start("TLS_CERT_FILE=/nowhere.pem", "TLS_KEY_FILE=/nowhere.pem"))
                .hasStackTraceContaining("TLS_CERT_FILE=/nowhere.pem is not accepted");
    }

    private KeyStore selfSigned() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private Path pem(String name, String type, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
    }

    private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
