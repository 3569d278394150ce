package dev.parley.conversation.identity;

import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Role;
import dev.parley.platform.settings.BadSetting;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the administrator that the settings name, once. An account that is there already stays what it is. Before the service
 * serves or reads anything: a setting that is no good ends the start with one line, and nothing behind it.
 */
@Component
class FirstAdmin implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    static final String EMAIL = "ADMIN_EMAIL";
    static final String PASSWORD = "ADMIN_PASSWORD";
    private static final String NAME = "Administrator";

    private final IdentitySettings settings;
    private final Accounts accounts;
    private final SignUp signUp;

    FirstAdmin(IdentitySettings settings, Accounts accounts, SignUp signUp) {
        this.settings = settings;
        this.accounts = accounts;
        this.signUp = signUp;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String email = given(settings.adminEmail());
        String password = given(settings.adminPassword());
        if (email != null && password != null) {
            make(email, password);
        }
    }

    /** @throws BadSetting when no administrator can be made of these, whoever has an account already */
    static void check(@Nullable String givenEmail, @Nullable String givenPassword) {
        String email = given(givenEmail);
        String password = given(givenPassword);
        if (email == null && password == null) {
            return;
        }
        if (email == null || password == null) {
            throw BadSetting.hidden(email == null ? EMAIL : PASSWORD, "a value: the first administrator needs both");
        }
        try {
            new PasswordPolicy().check(password, SignUp.known(email(email), NAME));
        } catch (ProblemException guessed) {
            throw badPassword();
        }
    }

    private static BadSetting badPassword() {
        return BadSetting.hidden(PASSWORD, "12 to 256 characters that are not easy to guess");
    }

    void make(String given, String password) {
        Email email = email(given);
        accounts.find(email).ifPresentOrElse(FirstAdmin::leave, () -> {
            signUp(email, password);
            LOG.info("The first administrator has an account now");
        });
    }

    private static void leave(Account account) {
        if (!account.roles().contains(Role.ADMIN)) {
            LOG.warn("{} has an account that is no administrator's: it stays as it is", EMAIL);
        }
    }

    private void signUp(Email email, String password) {
        try {
            signUp.signUp(email, password, NAME, Set.of(Role.USER, Role.ADMIN));
        } catch (ProblemException refused) {
            if (accounts.find(email).isEmpty()) {
                throw badPassword();
            }
            // Another replica that started at the same time was quicker.
        }
    }

    private static Email email(String given) {
        try {
            return Email.of(given);
        } catch (ProblemException notAnAddress) {
            throw BadSetting.value(EMAIL, given, "an e-mail address");
        }
    }

    private static @Nullable String given(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting;
    }
}
