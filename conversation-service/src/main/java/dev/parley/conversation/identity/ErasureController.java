package dev.parley.conversation.identity;

import dev.parley.conversation.privacy.ErasureReceipt;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.EvenErased;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me")
@Tag(name = "People")
class ErasureController {
    private final Accounts accounts;
    private final LogIn logIn;
    private final Leaving leaving;

    ErasureController(Accounts accounts, LogIn logIn, Leaving leaving) {
        this.accounts = accounts;
        this.logIn = logIn;
        this.leaving = leaving;
    }

    @EvenErased
    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Be erased, everywhere and for good",
            description =
                    "The account ends at once: all sign-ins do, and the e-mail address is free again. Conversations and"
                            + " whatever else is kept are erased in the background; the receipt says by when. Send the `password`"
                            + " to have it checked first. Who asks twice gets the same receipt. The audit log keeps the id and what was done, with addresses.")
    @ApiResponse(responseCode = "202", description = "The receipt")
    @ApiResponse(responseCode = "401", description = "The password is not the account's (`invalid_credentials`)")
    @ApiResponse(responseCode = "409", description = "There is no other administrator (`last_administrator`)")
    @ApiResponse(responseCode = "429", description = "Passwords were tried too often (`too_many_attempts`)")
    ErasureReceipt erase(
            @Valid @RequestBody(required = false) @Nullable Confirmation confirmation,
            Caller.User caller,
            HttpServletRequest request) {
        Client client = Client.of(request);
        String password = confirmation == null ? null : confirmation.password();
        if (password != null) {
            confirm(caller, password, client);
        }
        return leaving.leave(caller, client);
    }

    /** As at a log-in, so that nobody guesses more often here than there. */
    private void confirm(Caller.User caller, String password, Client client) {
        Account account = accounts.find(caller.id()).orElseThrow(() -> ProblemException.notFound("user"));
        String email = account.email();
        if (email == null || account.issuer() != null) {
            throw ProblemException.invalidField("password", "must be absent: the account signs in elsewhere");
        }
        logIn.logIn(Email.of(email), password, client);
    }
}
