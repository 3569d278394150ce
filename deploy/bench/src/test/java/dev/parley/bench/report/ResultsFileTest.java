package dev.parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class ResultsFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void sections_follow_each_other_and_each_has_its_chart() throws IOException {
        ResultsFile file = new ResultsFile(folder);

        String section = file.add(Example.results());
        file.add(Example.results());

        assertThat(Files.readString(folder.resolve("results.md")))
                .startsWith("# Results\n")
                .endsWith(section + section);
        assertThat(section).contains("(results/2026-11-29T2210-abc1234.svg)");
        assertThat(folder.resolve("results/2026-11-29T2210-abc1234.svg")).isRegularFile();
    }

    @Test
    void without_streams_there_is_nothing_to_draw() {
        new ResultsFile(folder)
                .add(new Results(
                        Example.subject(),
                        List.of(),
                        List.of(),
                        Example.results().lists(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void the_chart_has_a_bar_a_process_and_a_dot_a_time_for_every_number_of_streams()
            throws IOException, ParserConfigurationException, SAXException {
        Path chart = folder.resolve("chart.svg");
        Files.writeString(chart, new Chart(Example.results().distinctSteps()).svg());

        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(chart.toFile());

        int background = 1;
        int legends = 4 + 4;
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(background + legends + 4 * 4);
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4 * 4);
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(4);
        assertThat(Files.readString(chart)).contains("lag p99").contains(">600<");
    }

    @Test
    void the_machine_is_known() {
        Machine machine = Machine.here();

        assertThat(machine.cores()).isPositive();
        assertThat(machine.memoryGb()).isPositive();
        assertThat(machine.line()).contains("cores").contains("JDK 25");
    }
}
