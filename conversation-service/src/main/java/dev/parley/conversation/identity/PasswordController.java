package dev.parley.conversation.identity;

import dev.parley.conversation.mail.Mailer;
import dev.parley.platform.security.Open;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth/password")
@Tag(name = "Sign-in")
@SecurityRequirements
@Open
class PasswordController {
    private static final int REQUESTS_OF_ADDRESS = 50;

    private final ForgottenPasswords forgotten;
    private final PasswordReset reset;
    private final Attempts attempts;
    private final Mailer mailer;

    PasswordController(ForgottenPasswords forgotten, PasswordReset reset, Attempts attempts, Mailer mailer) {
        this.forgotten = forgotten;
        this.reset = reset;
        this.attempts = attempts;
        this.mailer = mailer;
    }

    @PostMapping("/forgot")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have a mail sent that lets one choose a new password",
            description =
                    "The answer is the same whether there is an account or not. An account gets five mails an hour at"
                            + " most; the newest one counts.")
    @ApiResponse(responseCode = "202", description = "If there is such an account, a mail is on its way")
    @ApiResponse(responseCode = "503", description = "No mails are sent here (`provider_not_configured`)")
    void forgot(@Valid @RequestBody EmailRequest body, HttpServletRequest request) {
        Email email = Email.of(body.email());
        MailCheck.require(mailer);
        Client client = Client.of(request);
        attempts.count("forgot-from:" + client.network(), REQUESTS_OF_ADDRESS);
        forgotten.ask(email, client);
    }

    @PostMapping("/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Choose a new password, by the token of the mail",
            description = "Ends all sign-ins of the account. A token is good for 30 minutes, and once.")
    @ApiResponse(responseCode = "204", description = "The password is set")
    @ApiResponse(responseCode = "400", description = "The token is good for nothing (`invalid_email_token`)")
    void reset(@Valid @RequestBody PasswordResetRequest body, HttpServletRequest request) {
        Client client = Client.of(request);
        attempts.count("reset-from:" + client.network(), REQUESTS_OF_ADDRESS);
        reset.reset(body.token(), body.password(), client);
    }
}
