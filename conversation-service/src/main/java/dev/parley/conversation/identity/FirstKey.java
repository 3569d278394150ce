package dev.parley.conversation.identity;

import dev.parley.platform.secret.SealBroken;
import dev.parley.platform.settings.BadSetting;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the first signing key, and refuses a start at which nobody could sign in: before anybody asks for a token. */
@Component
class FirstKey implements ApplicationRunner {
    private final TokenSigner signer;

    FirstKey(TokenSigner signer) {
        this.signer = signer;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            signer.prepare();
        } catch (SealBroken otherSecret) {
            throw BadSetting.hidden(
                    "SECRET_KEY", "the one that the signing key was sealed with, or put that into SECRET_KEY_PREVIOUS");
        }
    }
}
