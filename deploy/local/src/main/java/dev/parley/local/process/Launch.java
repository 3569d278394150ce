package dev.parley.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a program.
 *
 * @param environment all of it; nothing is inherited beyond
 * @param log standard output and error, appended
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path log) {}
