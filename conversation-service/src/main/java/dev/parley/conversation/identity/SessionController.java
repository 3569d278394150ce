package dev.parley.conversation.identity;

import dev.parley.platform.security.Caller;
import dev.parley.platform.security.Callers;
import dev.parley.platform.security.Open;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sign-in")
class SessionController {
    private final SignOut signOut;
    private final Callers callers;

    SessionController(SignOut signOut, Callers callers) {
        this.signOut = signOut;
        this.callers = callers;
    }

    @GetMapping("/sessions")
    @Operation(summary = "One's sign-ins that can still be renewed, newest first")
    Page<SignInView> sessions(Caller.User caller, @Nullable Cursor cursor, Limit limit) {
        return signOut.open(caller, cursor, limit);
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End a sign-in",
            description = "It cannot be renewed any more, and its access tokens are good no more.")
    @ApiResponse(responseCode = "204", description = "It has ended")
    @ApiResponse(responseCode = "404", description = "It is none of one's open ones (`not_found`)")
    void end(@PathVariable UUID id, Caller.User caller, HttpServletRequest request) {
        signOut.end(caller, id, Client.of(request));
    }

    @PostMapping("/logout")
    @Open
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Sign out",
            description =
                    "Ends the sign-in of the refresh token in the body, or of the access token where there is none.")
    @ApiResponse(responseCode = "204", description = "Signed out")
    void logout(@Valid @RequestBody(required = false) @Nullable SignOutRequest body, HttpServletRequest request) {
        if (body != null && body.refreshToken() != null) {
            signOut.endOf(body.refreshToken(), Client.of(request));
        } else {
            signOut.endCurrent(callers.userOf(request), Client.of(request));
        }
    }
}
