package dev.parley.conversation.identity;

import dev.parley.conversation.mail.Mailer;
import dev.parley.platform.security.Caller;
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
@RequestMapping("/api/v1/auth/verify")
@Tag(name = "Sign-in")
class VerificationController {
    private static final int TOKENS_OF_ADDRESS = 50;

    private final EmailVerification verification;
    private final Attempts attempts;
    private final Mailer mailer;

    VerificationController(EmailVerification verification, Attempts attempts, Mailer mailer) {
        this.verification = verification;
        this.attempts = attempts;
        this.mailer = mailer;
    }

    @PostMapping
    @Open
    @SecurityRequirements
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Confirm an e-mail address, by the token of the mail",
            description = "Who registers gets one. A token is good for 24 hours, and once.")
    @ApiResponse(responseCode = "204", description = "It is confirmed")
    @ApiResponse(responseCode = "400", description = "The token is good for nothing (`invalid_email_token`)")
    void confirm(@Valid @RequestBody EmailTokenRequest body, HttpServletRequest request) {
        Client client = Client.of(request);
        attempts.count("verify-from:" + client.network(), TOKENS_OF_ADDRESS);
        verification.confirm(body.token(), client);
    }

    @PostMapping("/send")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have the mail sent again that confirms one's e-mail address",
            description =
                    "At most five mails an hour; the newest one counts. Nothing is sent when it is confirmed already.")
    @ApiResponse(responseCode = "202", description = "A mail is on its way")
    @ApiResponse(responseCode = "503", description = "No mails are sent here (`provider_not_configured`)")
    void send(Caller.User caller) {
        MailCheck.require(mailer);
        verification.ask(caller.id());
    }
}
