package dev.parley.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.WholeGateway;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.reactive.function.server.RouterFunction;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answers itself is in its part of the document, but for pages and what they are made of. */
class OwnPathsTest extends WholeGateway {

    /** As the framework writes down what a route asks for. */
    private static final Pattern PATH = Pattern.compile("(?<=[( ])/[^\\s()]*");

    private final Set<String> served = new TreeSet<>();
    private final Collection<String> documented = YamlDocument.read(
                    new ClassPathResource("docs/openapi.yaml"), JsonMapper.shared())
            .path("paths")
            .propertyNames();

    OwnPathsTest(@Autowired ObjectProvider<RouterFunction<?>> functions) {
        functions.forEach(function -> PATH.matcher(function.toString())
                .results()
                .map(MatchResult::group)
                .forEach(served::add));
    }

    @Test
    void all_that_is_no_page_is_documented() {
        assertThat(served)
                .contains("/", "/docs", "/health")
                .filteredOn(path -> !isPage(path))
                .isSubsetOf(documented);
    }

    @Test
    void all_that_is_documented_is_there() {
        assertThat(documented).isNotEmpty().isSubsetOf(served);
    }

    private boolean isPage(String path) {
        HttpResponse<String> answer = client.get(path);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return answer.statusCode() / 100 == 3 || type.matches("text/(html|javascript|css).*");
    }
}
