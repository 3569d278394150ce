package dev.parley.conversation.mail;

import dev.parley.platform.settings.BadSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where mails are handed in.
 *
 * @param tls whether the connection begins with TLS; else it goes over to it when the server can (STARTTLS)
 */
record SmtpServer(
        boolean tls,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {
    private static final String VARIABLE = "SMTP_URL";
    private static final String ACCEPTED = "smtp://user:password@host:587 or smtps://user:password@host:465,"
            + " with what is special in user and password percent-encoded";
    private static final Set<String> SCHEMES = Set.of("smtp", "smtps");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_WITH_TLS = 465;

    /** @throws BadSetting when it is no address of a mail server */
    static SmtpServer of(String url) {
        URI parsed = parse(url);
        if (!isServer(parsed)) {
            throw BadSetting.hidden(VARIABLE, ACCEPTED);
        }
        boolean tls = parsed.getScheme().equals("smtps");
        int usual = tls ? SUBMISSION_WITH_TLS : SUBMISSION;
        int port = parsed.getPort() > 0 ? parsed.getPort() : usual;
        String login = parsed.getRawUserInfo();
        if (login == null) {
            return new SmtpServer(tls, parsed.getHost(), port, null, null);
        }
        int colon = login.indexOf(':');
        if (colon < 1) {
            throw BadSetting.hidden(VARIABLE, ACCEPTED);
        }
        return new SmtpServer(
                tls, parsed.getHost(), port, decoded(login.substring(0, colon)), decoded(login.substring(colon + 1)));
    }

    /** A password goes over no network unless it is encrypted; nor does who only wants to listen get to offer less. */
    boolean requiresTls() {
        return user != null && !THIS_MACHINE.contains(host);
    }

    @Override
    public String toString() {
        return "SmtpServer " + host + ":" + port;
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException notAnAddress) {
            throw BadSetting.hidden(VARIABLE, ACCEPTED);
        }
    }

    private static boolean isServer(URI url) {
        return url.getHost() != null
                && SCHEMES.contains(url.getScheme())
                && Set.of("", "/").contains(url.getRawPath())
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    /** A plus is itself here, other than in a form. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
