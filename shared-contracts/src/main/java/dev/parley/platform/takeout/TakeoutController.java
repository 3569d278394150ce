package dev.parley.platform.takeout;

import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands over to conversation-service what is kept of somebody, whose token comes along; the gateway has no route to it. */
@RestController
@Hidden
class TakeoutController {
    private final List<KeptData> everything;

    TakeoutController(List<KeptData> everything) {
        this.everything = List.copyOf(everything);
    }

    @GetMapping(TakeoutAutoConfiguration.PATH)
    @Operation(summary = "All that the service keeps of its caller")
    void copy(Caller.User caller, HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setHeader("Cache-Control", "no-store");
        var takeout = new Takeout(response.getOutputStream());
        for (KeptData data : everything) {
            data.copyTo(takeout, caller.principal());
        }
        takeout.end();
    }
}
