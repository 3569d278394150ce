package dev.parley.testing.architecture.examples.plain;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ClosedController {
    @GetMapping("/said")
    @Operation(summary = "What was said")
    String said() {
        return "";
    }
}
