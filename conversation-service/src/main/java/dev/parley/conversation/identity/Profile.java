package dev.parley.conversation.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of the own business.
 *
 * @param socialLinks addresses by the network's name
 */
@Schema(name = "Profile")
@JsonInclude(JsonInclude.Include.ALWAYS)
record Profile(
        @Size(max = 200) @Nullable String businessName,
        @Size(max = 300) @Nullable String tagline,
        @Size(max = 5000) @Nullable String bio,
        @Size(max = 50) @Nullable String phone,

        @Pattern(regexp = WEB, message = "must be an address that begins with http:// or https://")
        @Size(max = 500)
        @Nullable
        String website,

        @Size(max = 20) @Nullable
        Map<@NotBlank @Size(max = 50) String, @Pattern(regexp = WEB) @Size(max = 500) String> socialLinks,

        @Nullable Boolean setupCompleted) {
    private static final String WEB = "https?://\\S+";

    /** With what the other one says in place of this one. */
    Profile with(Profile changes) {
        return new Profile(
                orElse(changes.businessName, businessName),
                orElse(changes.tagline, tagline),
                orElse(changes.bio, bio),
                orElse(changes.phone, phone),
                orElse(changes.website, website),
                orElse(changes.socialLinks, socialLinks),
                orElse(changes.setupCompleted, setupCompleted));
    }

    private static <T> @Nullable T orElse(@Nullable T changed, @Nullable T before) {
        return changed != null ? changed : before;
    }
}
