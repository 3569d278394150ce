package dev.parley.agent.tool;

import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Open;
import dev.parley.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tools")
@Tag(name = "Tools", description = "What the assistant can do besides talking")
@SecurityRequirements
@Open
class ToolController {
    private final Tools tools;

    ToolController(Tools tools) {
        this.tools = tools;
    }

    record ToolView(
            String toolId,
            String name,
            String description,
            String icon,
            Map<String, Object> parameters,
            boolean approvalRequired) {
        static ToolView of(ToolDescription tool) {
            return new ToolView(
                    tool.toolId(),
                    tool.name(),
                    tool.description(),
                    tool.icon(),
                    tool.parameters(),
                    tool.approvalRequired());
        }
    }

    @GetMapping
    @Operation(
            summary = "List the tools",
            description = "All of them on one page. `tool_id` may be given with a message to make that tool answer; "
                    + "`parameters` is a JSON Schema.")
    Page<ToolView> list() {
        return new Page<>(tools.all().stream().map(ToolView::of).toList(), null);
    }

    @GetMapping("/{tool_id}")
    @Operation(summary = "Read a tool")
    @ApiResponse(responseCode = "200", description = "The tool")
    @ApiResponse(responseCode = "404", description = "There is no such tool (`not_found`)")
    ToolView get(@PathVariable("tool_id") String toolId) {
        return tools.find(toolId).map(ToolView::of).orElseThrow(() -> ProblemException.notFound("tool"));
    }
}
