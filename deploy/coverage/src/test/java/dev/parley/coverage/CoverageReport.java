package dev.parley.coverage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.tools.ExecFileLoader;
import org.jacoco.report.DirectorySourceFileLocator;
import org.jacoco.report.FileMultiReportOutput;
import org.jacoco.report.IReportGroupVisitor;
import org.jacoco.report.IReportVisitor;
import org.jacoco.report.MultiReportVisitor;
import org.jacoco.report.html.HTMLFormatter;
import org.jacoco.report.xml.XMLFormatter;

/** The coverage of all modules together: a test of one module may well run the code of another. */
final class CoverageReport {

    private static final int TAB_WIDTH = 4;

    private final ExecFileLoader executed = new ExecFileLoader();
    private final Map<CoveredModule, IBundleCoverage> coverage = new LinkedHashMap<>();

    private CoverageReport() {}

    static CoverageReport of(List<CoveredModule> modules) throws IOException {
        CoverageReport report = new CoverageReport();
        for (CoveredModule module : modules) {
            for (Path file : module.records()) {
                report.executed.load(file.toFile());
            }
        }
        for (CoveredModule module : modules) {
            if (module.hasClasses()) {
                report.coverage.put(module, module.analyze(report.executed.getExecutionDataStore()));
            }
        }
        return report;
    }

    Lines lines() {
        return coverage.values().stream().map(Lines::of).reduce(Lines.NONE, Lines::plus);
    }

    /** One line a module, and one for all. */
    String summary() {
        StringBuilder text = new StringBuilder("Covered lines\n");
        coverage.forEach((module, bundle) -> text.append(row(module.name(), Lines.of(bundle))));
        return text.append(row("all", lines())).toString();
    }

    /** Pages for people and one file for tools. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (OutputStream xml = Files.newOutputStream(folder.resolve("coverage.xml"))) {
            IReportVisitor visitor = new MultiReportVisitor(List.of(
                    new HTMLFormatter().createVisitor(new FileMultiReportOutput(folder.toFile())),
                    new XMLFormatter().createVisitor(xml)));
            visitor.visitInfo(
                    executed.getSessionInfoStore().getInfos(),
                    executed.getExecutionDataStore().getContents());
            IReportGroupVisitor group = visitor.visitGroup("Parley");
            for (Map.Entry<CoveredModule, IBundleCoverage> each : coverage.entrySet()) {
                Path sources = each.getKey().sources();
                group.visitBundle(
                        each.getValue(), new DirectorySourceFileLocator(sources.toFile(), "UTF-8", TAB_WIDTH));
            }
            visitor.visitEnd();
        }
    }

    private static String row(String name, Lines lines) {
        return "  %-26s %5.1f %% of %,7d%n".formatted(name, lines.percent(), lines.total());
    }
}
