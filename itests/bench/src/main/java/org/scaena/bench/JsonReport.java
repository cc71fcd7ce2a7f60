package org.scaena.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports and the surroundings they were made in, for programs. */
final class JsonReport {

    /** Of a line with more samples only the extremes, the median and some quantiles are told. */
    private static final int ALL_SAMPLES = 50;

    private JsonReport() {}

    static String of(Surroundings surroundings, List<Report> reports) {
        Map<String, Object> all = new LinkedHashMap<>(surroundings.values());
        all.put("benchmarks", reports.stream().map(JsonReport::benchmark).toList());
        return Json.of(all) + "\n";
    }

    private static Map<String, Object> benchmark(Report report) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", report.benchmark().name());
        values.put("summary", report.benchmark().summary());
        values.put("sections", report.sections().stream().map(JsonReport::section).toList());
        values.put("notes", report.notes());
        return values;
    }

    private static Map<String, Object> section(Section section) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", section.title());
        values.put("lines", section.lines().stream().map(JsonReport::line).toList());
        values.put("absent", section.absent());
        return values;
    }

    private static Map<String, Object> line(Line line) {
        Samples samples = line.samples();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("what", line.what());
        values.put("unit", line.unit());
        values.put("count", samples.count());
        values.put("min", samples.min());
        values.put("median", samples.median());
        values.put("max", samples.max());
        if (samples.count() <= ALL_SAMPLES) {
            values.put("samples", Arrays.stream(samples.values()).boxed().toList());
        } else {
            values.put("q90", samples.quantile(0.9));
            values.put("q99", samples.quantile(0.99));
            values.put("q999", samples.quantile(0.999));
        }
        compare(line.floor(), line, values);
        promise(line.promise(), line, values);
        return values;
    }

    private static void compare(@Nullable Line floor, Line line, Map<String, Object> values) {
        if (floor != null) {
            values.put("over", floor.what());
            values.put("ratio", line.ratio());
        }
    }

    private static void promise(@Nullable Promise promise, Line line, Map<String, Object> values) {
        if (promise != null) {
            values.put("promise", promise.toString());
            values.put("kept", !line.isMissed());
        }
    }
}
