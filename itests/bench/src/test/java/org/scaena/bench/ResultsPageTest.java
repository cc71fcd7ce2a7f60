package org.scaena.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsPageTest {

    @TempDir private Path folder;

    @Test
    void tellsEachFigureWhatWasMissedAndShowsWhatCanBeCompared() throws Exception {
        Report report = new Report(new Nothing(), step -> {});
        report.section("round trip <1>");
        Line floor = report.line("floor", Samples.of(1, 2, 4), "µs");
        report.line("Scaena", Samples.of(3), "µs").over(floor).promise(Promise.ratioAtMost(1.2));
        report.section("alone");
        report.line("lost", 0, "").promise(Promise.neverAbove(0));

        ResultsPage.write(folder, new Surroundings(), List.of(report));

        assertThat(Files.readAllLines(folder.resolve("RESULTS.md")))
                .contains(
                        "1 of 2 promises are kept.",
                        "- missed, nothing: round trip <1> – Scaena: ratio <= 1.2 was promised, it"
                                + " is 1.5; why is not known: an accident, unless the next run says"
                                + " the same",
                        "| Scaena | 3 | 3 | 3 | µs | 1.50 | ratio <= 1.2: **missed** |",
                        "![round trip <1>](charts/nothing-1.svg)");
        assertThat(folder.resolve("charts")).isDirectoryNotContaining("glob:**nothing-2.svg");
        assertThat(texts(folder.resolve("charts/nothing-1.svg")))
                .contains("round trip <1>, µs", "floor", "Scaena", "3");
    }

    private static List<String> texts(Path svg) throws Exception {
        var texts =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(svg.toFile())
                        .getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    private static final class Nothing implements Benchmark {
        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public String summary() {
            return "nothing at all";
        }

        @Override
        public void run(Report report) throws IOException {}
    }
}
