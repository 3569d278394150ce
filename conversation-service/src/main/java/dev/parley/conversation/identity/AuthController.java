package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Open;
import dev.parley.platform.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sign-in", description = "Accounts and tokens")
@SecurityRequirements
@Open
class AuthController {
    private static final int SIGN_UPS_OF_ADDRESS = 50;

    private final SignUp signUp;
    private final LogIn logIn;
    private final Beginning beginning;
    private final Renewing renewing;
    private final Attempts attempts;

    AuthController(SignUp signUp, LogIn logIn, Beginning beginning, Renewing renewing, Attempts attempts) {
        this.signUp = signUp;
        this.logIn = logIn;
        this.beginning = beginning;
        this.renewing = renewing;
        this.attempts = attempts;
    }

    @PostMapping("/register")
    @Operation(
            summary = "Make an account and sign in",
            description = "The password has 12 to 256 characters of any script, and is not one that is guessed easily.")
    @ApiResponse(responseCode = "201", description = "The account, and the tokens of its first sign-in")
    @ApiResponse(responseCode = "409", description = "There is an account for this e-mail address (`email_taken`)")
    ResponseEntity<TokenAnswer> register(@Valid @RequestBody Registration registration, HttpServletRequest request) {
        Email email = Email.of(registration.email());
        Client client = Client.of(request);
        // Whether an address has an account can be seen here, so nobody may ask for many.
        attempts.count("sign-up-from:" + client.network(), SIGN_UPS_OF_ADDRESS);
        Account account = signUp.signUp(
                email, registration.password(), registration.displayName().strip(), Set.of(Role.USER));
        return ResponseEntity.created(URI.create("/api/v1/users/me"))
                .cacheControl(CacheControl.noStore())
                .body(beginning.begin(account, client, "sign_up"));
    }

    @PostMapping("/login")
    @Operation(
            summary = "Sign in",
            description =
                    "The answer is the same for an unknown e-mail address and a wrong password. After 5 failures for"
                            + " an account or 100 from an address within 10 minutes it is 429, and the wait grows.")
    @ApiResponse(responseCode = "200", description = "Tokens")
    @ApiResponse(responseCode = "401", description = "Not an account that may sign in (`invalid_credentials`)")
    @ApiResponse(responseCode = "429", description = "Tried too often (`too_many_attempts`)")
    ResponseEntity<TokenAnswer> login(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        Client client = Client.of(request);
        Account account = logIn.logIn(Email.of(credentials.email()), credentials.password(), client);
        return answer(beginning.begin(account, client, "sign_in"));
    }

    @PostMapping("/refresh")
    @Operation(
            summary = "Get the next tokens",
            description =
                    "A refresh token is good for once. Used again it ends the sign-in with all its tokens, but for a"
                            + " repeat within 10 seconds whose first answer was lost: it gets the same tokens' successor.")
    @ApiResponse(responseCode = "200", description = "Tokens")
    @ApiResponse(responseCode = "401", description = "The token is good for nothing (`invalid_refresh_token`)")
    ResponseEntity<TokenAnswer> refresh(@Valid @RequestBody RefreshRequest body, HttpServletRequest request) {
        return answer(renewing.renew(body.refreshToken(), Client.of(request))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.INVALID_REFRESH_TOKEN, "The refresh token is not valid, or not any more.")));
    }

    private static ResponseEntity<TokenAnswer> answer(TokenAnswer tokens) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tokens);
    }
}
