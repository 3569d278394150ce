package dev.parley.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.data.ExecutionDataStore;

/** A module of the build, by its folder. */
record CoveredModule(String name, Path folder) {

    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    /** Those that the root pom names. */
    static List<CoveredModule> allOf(Path root) throws IOException {
        return MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .map(name -> new CoveredModule(name, root.resolve(name)))
                .toList();
    }

    boolean hasClasses() {
        return Files.isDirectory(classes());
    }

    Path sources() {
        return folder.resolve("src/main/java");
    }

    /** What the module's test JVMs have recorded, and the JVMs that they have started with JaCoCo's agent. */
    List<Path> records() throws IOException {
        Path target = folder.resolve("target");
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("jacoco.*\\.exec"))
                    .toList();
        }
    }

    IBundleCoverage analyze(ExecutionDataStore executed) throws IOException {
        CoverageBuilder coverage = new CoverageBuilder();
        new Analyzer(executed, coverage).analyzeAll(classes().toFile());
        return coverage.getBundle(name);
    }

    private Path classes() {
        return folder.resolve("target/classes");
    }
}
