package dev.parley.testing.architecture.examples.plain;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public, with one endpoint that says nothing of itself and one that says an empty word. */
@RestController
public class OpenController {
    @GetMapping("/silent")
    String silent() {
        return "";
    }

    @PostMapping("/empty")
    @Operation(summary = " ")
    String empty() {
        return "";
    }
}
