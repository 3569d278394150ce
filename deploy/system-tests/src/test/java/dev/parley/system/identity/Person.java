package dev.parley.system.identity;

import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Visitor;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody with an account of their own.
 *
 * @param visitor who calls as this person
 */
public record Person(String email, Visitor visitor, Reply registered) {
    /** Of everybody's e-mail address, so that it is found where it must not be. */
    public static final String DOMAIN = "@people.system-test.example";

    public static final String PASSWORD = "twelve lazy otters juggle umbrellas";

    /** Makes the account. */
    public static Person register(Visitor anybody) {
        String email = UUID.randomUUID() + DOMAIN;
        Reply registered = anybody.nameless()
                .post(
                        "/api/v1/auth/register",
                        Json.write(Map.of("email", email, "password", PASSWORD, "display_name", "Somebody")));
        if (registered.status() != 201) {
            throw new AssertionError(registered.toString());
        }
        return new Person(email, anybody.signedIn(text(registered, "access_token")), registered);
    }

    String refreshToken() {
        return text(registered, "refresh_token");
    }

    public static String text(Reply reply, String field) {
        return reply.json().path(field).asString("");
    }
}
