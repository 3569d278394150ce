package dev.parley.conversation.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to change of a profile (RFC 7396): what is absent stays, what is null is cleared, links come all together. */
@Schema(name = "ProfilePatch")
// Absent is one thing, null another: JSON has both.
@SuppressWarnings("NullableOptional")
record ProfilePatch(
        @Nullable Optional<@Size(max = Profile.NAME) String> businessName,
        @Nullable Optional<@Size(max = Profile.TAGLINE) String> tagline,
        @Nullable Optional<@Size(max = Profile.BIO) String> bio,
        @Nullable Optional<@Size(max = Profile.PHONE) String> phone,
        @Nullable Optional<@WebAddress String> website,

        @Nullable
        Optional<@Size(max = Profile.LINKS) Map<@NotBlank @Size(max = Profile.LINK_NAME) String, @WebAddress String>>
                socialLinks,

        @Nullable Optional<Boolean> setupCompleted) {
    Profile applied(Profile before) {
        return new Profile(
                after(businessName, before.businessName()),
                after(tagline, before.tagline()),
                after(bio, before.bio()),
                after(phone, before.phone()),
                after(website, before.website()),
                after(socialLinks, before.socialLinks()),
                after(setupCompleted, before.setupCompleted()));
    }

    private static <T> @Nullable T after(@Nullable Optional<T> change, @Nullable T before) {
        return change == null ? before : change.orElse(null);
    }
}
