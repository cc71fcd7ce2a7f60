package org.scaena.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report(new Echo(), step -> {});

    @Test
    void theTableFitsEightyColumnsAndTellsWhatWasMissed() {
        report.section("round trip");
        Line floor = report.line("floor", Samples.of(12.5, 10, 11), "µs");
        report.line("a contender with a name that is too long", Samples.of(123456.789), "µs")
                .over(floor)
                .promise(Promise.ratioAtMost(1.5));
        report.line("Scaena", Samples.of(12, 13, 14), "µs").over(floor).promise(Promise.atMost(13));
        report.absent("NetUtil", "it is not on the class path");

        assertThat(TextTable.of(report))
                .containsExactly(
                        "echo: says what it was given",
                        "",
                        "round trip                            min   median      max unit    ratio",
                        "  floor                                10       11     12.5 µs",
                        "  a contender with a name that …            123500          µs      11223"
                                + " MISS",
                        "  Scaena                               12       13       14 µs       1.18"
                                + " ok",
                        "  NetUtil: absent, it is not on the class path",
                        "",
                        "missed: a contender with a name that is too long: ratio <= 1.5 was"
                                + " promised, it",
                        "    is 11220; why is not known: an accident, unless the next run says"
                                + " the same")
                .allMatch(line -> line.length() <= TextTable.WIDTH);
    }

    @Test
    void jsonHoldsEveryFigure() {
        Line floor = report.line("floor", Samples.of(1, 2), "µs");
        report.line("a \"b\"", 3, "µs").over(floor).promise(Promise.atLeast(4));

        String json = JsonReport.of(new Surroundings(), List.of(report));

        assertThat(json)
                .contains(
                        "\"name\": \"echo\"",
                        "\"median\": 1.5",
                        "\"what\": \"a \\\"b\\\"\"",
                        "\"over\": \"floor\"",
                        "\"ratio\": 2",
                        "\"promise\": \"median >= 4\"",
                        "\"kept\": false",
                        "\"load before\": ");
    }

    @Test
    void refusesComparisonsThatMeanNothing() {
        Line seconds = report.line("a", 1, "s");
        Line bytes = report.line("b", 1, "B");

        assertThatThrownBy(() -> bytes.over(seconds)).hasMessageContaining("cannot be compared");
        assertThatThrownBy(() -> bytes.promise(Promise.ratioAtMost(1)))
                .hasMessageContaining("compared with nothing");
        assertThatThrownBy(() -> report.line("c", Samples.of(), "s"))
                .hasMessageContaining("nothing was measured");
    }

    private static final class Echo implements Benchmark {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public String summary() {
            return "says what it was given";
        }

        @Override
        public void run(Report report) {
            report.note("run");
        }
    }
}
