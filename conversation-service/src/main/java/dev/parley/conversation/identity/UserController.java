package dev.parley.conversation.identity;

import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me")
@Tag(name = "People")
class UserController {
    private final Accounts accounts;
    private final Profiles profiles;

    UserController(Accounts accounts, Profiles profiles) {
        this.accounts = accounts;
        this.profiles = profiles;
    }

    /** What somebody may change of the own account. */
    record UserPatch(@NotBlank @Size(max = 100) String displayName) {}

    @GetMapping
    @Operation(summary = "Who is signed in")
    UserView me(Caller.User caller) {
        return UserView.of(require(caller));
    }

    @PatchMapping
    @Operation(summary = "Change one's name")
    UserView rename(@Valid @RequestBody UserPatch patch, Caller.User caller) {
        accounts.rename(caller.id(), patch.displayName().strip());
        return me(caller);
    }

    @GetMapping("/profile")
    @Operation(summary = "One's profile", description = "Empty until it is filled in.")
    Profile profile(Caller.User caller) {
        return profiles.of(require(caller).id());
    }

    @PutMapping("/profile")
    @Operation(summary = "Replace one's profile", description = "What is not sent is cleared.")
    Profile replace(@Valid @RequestBody Profile profile, Caller.User caller) {
        return profiles.save(require(caller).id(), profile);
    }

    @PatchMapping("/profile")
    @Operation(
            summary = "Change one's profile",
            description = "Only the fields sent are changed; `null` clears one. `social_links` are replaced together.")
    Profile patch(@Valid @RequestBody ProfilePatch patch, Caller.User caller) {
        return profiles.change(require(caller).id(), patch);
    }

    private Account require(Caller.User caller) {
        return accounts.find(caller.id()).orElseThrow(() -> ProblemException.notFound("user"));
    }
}
