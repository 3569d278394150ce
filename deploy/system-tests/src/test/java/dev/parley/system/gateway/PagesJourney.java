package dev.parley.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that show the documents, in a real browser. */
@Journey
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesJourney {
    private final String gateway;
    private final Browser browser;

    PagesJourney(Stack stack) {
        this.gateway = stack.gateway();
        Optional<Path> chromium = Browser.installed();
        Assumptions.assumeTrue(chromium.isPresent(), "There is no Chromium on the path: install it to test the pages");
        this.browser = Browser.start(chromium.orElseThrow());
    }

    @AfterAll
    void the_browser_ends() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/api/docs", "/api/v1/docs"})
    void swagger_ui_shows_the_operations(String path) {
        Page page = browser.open(gateway + path);

        PlaywrightAssertions.assertThat(page.locator("#operations-Chat-chat .opblock-summary-path"))
                .hasText("/api/chat");
        assertThat(page.locator(".opblock").count()).isGreaterThan(20);
        allIsQuiet();
    }

    @Test
    void a_call_can_be_tried_out_in_swagger_ui() {
        Page page = browser.open(gateway + "/docs");
        // Another list has the same name, so this one has a number behind it.
        Locator tools = page.locator("[id^='operations-Tools-list']");

        tools.locator(".opblock-summary-control").click();
        tools.locator(".try-out__btn").click();
        tools.locator(".execute").click();

        PlaywrightAssertions.assertThat(tools.locator(".live-responses-table .response .response-col_status"))
                .containsText("200");
        PlaywrightAssertions.assertThat(tools.locator(".live-responses-table .response"))
                .containsText("location_scout");
        allIsQuiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/redoc", "/api/redoc"})
    void redoc_shows_the_operations(String path) {
        Page page = browser.open(gateway + path);

        PlaywrightAssertions.assertThat(page.locator("h1").first()).containsText("Parley");
        PlaywrightAssertions.assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Ask a question"))
                        .first())
                .isVisible();
        allIsQuiet();
    }

    @Test
    void the_link_of_a_mail_leads_to_a_page_that_hides_the_token_and_sends_it_with_the_new_password() {
        Page page = browser.open(gateway + "/account/reset#token=pmt_unknown");

        PlaywrightAssertions.assertThat(page).hasURL(gateway + "/account/reset");
        allIsQuiet();
        page.locator("#password").fill("three otters juggle umbrellas");
        Request sent = page.waitForRequest(
                "**/api/v1/auth/password/reset", () -> page.locator("button").click());
        assertThat(sent.postData()).contains("\"token\":\"pmt_unknown\"", "otters");
        PlaywrightAssertions.assertThat(page.locator("[role=status]"))
                .containsText("The token of the mail is not valid");
    }

    @Test
    void the_front_door_leads_to_the_documents() {
        Page page = browser.open(gateway + "/");

        PlaywrightAssertions.assertThat(page).hasURL(gateway + "/docs");
    }

    /** Nothing was complained of, and nobody else was asked. */
    private void allIsQuiet() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(url ->
                        url.startsWith(gateway + "/") || url.startsWith("data:") || url.startsWith("blob:" + gateway));
    }
}
