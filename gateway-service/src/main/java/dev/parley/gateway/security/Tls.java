package dev.parley.gateway.security;

import dev.parley.platform.settings.BadSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves HTTPS and nothing else, where there is a certificate. */
@Configuration(proxyBeanMethods = false)
class Tls {
    private static final String CERTIFICATE = "TLS_CERT_FILE";
    private static final String KEY = "TLS_KEY_FILE";
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> certificate(TlsSettings settings) {
        String chain = settings.certFile();
        String key = settings.keyFile();
        if (chain.isEmpty() && key.isEmpty()) {
            return _ -> {};
        }
        Ssl ssl = new Ssl();
        ssl.setCertificate(location(CERTIFICATE, chain));
        ssl.setCertificatePrivateKey(location(KEY, key));
        ssl.setEnabledProtocols(PROTOCOLS);
        return factory -> factory.setSsl(ssl);
    }

    private static String location(String variable, String file) {
        if (file.isEmpty() || !Files.isReadable(Path.of(file))) {
            throw BadSetting.value(
                    variable, file, "a PEM file that can be read; " + CERTIFICATE + " and " + KEY + " need each other");
        }
        return Path.of(file).toUri().toString();
    }
}
