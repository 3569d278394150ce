package dev.parley.platform.secret;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of HashiCorp Vault's transit engine, in Tink's form: {@code hcvault://host:port/transit/keys/NAME}. It is asked over
 * TLS; {@code hcvault+http://} is for a proxy on the same host.
 *
 * @param mount the path of the engine, mostly {@code transit}
 */
record VaultKey(URI address, String mount, String name) {
    private static final String SCHEME = "hcvault";
    private static final String WORD = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
    private static final String HOST = "(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::\\d{1,5})?";
    private static final Pattern FORM = Pattern.compile(SCHEME + "(?<plain>\\+http)?://(?<host>" + HOST + ")/(?<mount>"
            + WORD + "(?:/" + WORD + ")*)/keys/(?<name>" + WORD + ")");
    private static final Pattern THIS_HOST =
            Pattern.compile("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d{1,5})?");
    private static final String ACCEPTED =
            "a secret of at least 32 bytes, or a key of HashiCorp Vault as hcvault://host:port/transit/keys/NAME";

    /** @throws BadSetting when the variable names no such key */
    static VaultKey of(String variable, String text, Stage stage) {
        Matcher uri = FORM.matcher(text);
        if (!uri.matches()) {
            throw BadSetting.hidden(variable, ACCEPTED);
        }
        boolean plain = uri.group("plain") != null;
        if (plain
                && stage == Stage.PRODUCTION
                && !THIS_HOST.matcher(uri.group("host")).matches()) {
            throw BadSetting.hidden(variable, "hcvault://, since hcvault+http:// is for a proxy on the same host");
        }
        URI address = URI.create((plain ? "http://" : "https://") + uri.group("host"));
        return new VaultKey(address, uri.group("mount"), uri.group("name"));
    }

    /** Which key it is, wherever its Vault is reached. */
    String path() {
        return mount + "/keys/" + name;
    }

    /** @param operation of the transit engine: {@code encrypt}, {@code decrypt} */
    URI toDo(String operation) {
        return address.resolve("/v1/" + mount + "/" + operation + "/" + name);
    }
}
