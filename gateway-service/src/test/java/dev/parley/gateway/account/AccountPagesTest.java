package dev.parley.gateway.account;

import static dev.parley.gateway.backing.Client.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.RunningGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountPagesTest extends RunningGateway {
    @ParameterizedTest
    @CsvSource({
        "/account/verify, text/html, data-call=\"/api/v1/auth/verify\"",
        "/account/reset, text/html, data-call=\"/api/v1/auth/password/reset\"",
        "/account/account.js, text/javascript, replaceState",
        "/account/account.css, text/css, sans-serif"
    })
    void links_in_mails_lead_to_pages_that_load_nothing_from_elsewhere(String path, String type, String holds) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.body()).contains(holds).doesNotContain("http://").doesNotContain("https://");
    }
}
