package dev.parley.conversation.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
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
        @Size(max = NAME) @Nullable String businessName,
        @Size(max = TAGLINE) @Nullable String tagline,
        @Size(max = BIO) @Nullable String bio,
        @Size(max = PHONE) @Nullable String phone,
        @WebAddress @Nullable String website,

        @Size(max = LINKS) @Nullable Map<@NotBlank @Size(max = LINK_NAME) String, @WebAddress String> socialLinks,

        @Nullable Boolean setupCompleted) {
    static final int NAME = 200;
    static final int TAGLINE = 300;
    static final int BIO = 5000;
    static final int PHONE = 50;
    static final int LINKS = 20;
    static final int LINK_NAME = 50;
}
