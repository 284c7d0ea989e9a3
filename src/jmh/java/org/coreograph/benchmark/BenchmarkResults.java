package org.coreograph.benchmark;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The figures of a run of JMH, read from its JSON. A figure is the median over all iterations of all forks, so that one
 * disturbed iteration doesn't move it.
 */
final class BenchmarkResults {
    private final List<JsonObject> results;

    private BenchmarkResults(List<JsonObject> results) {
        this.results = results;
    }

    static BenchmarkResults read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            List<JsonObject> results = new ArrayList<>();
            JsonParser.parseReader(reader).getAsJsonArray().forEach(result -> results.add(result.getAsJsonObject()));
            return new BenchmarkResults(results);
        }
    }

    /** Returns whether a benchmark was measured with these parameters. */
    boolean has(String name, Map<String, String> params) {
        return find(name, params).isPresent();
    }

    /**
     * Returns the median of a benchmark, in its own unit.
     *
     * @param name class and method, such as {@code EventBenchmark.ownEvent}
     * @param params those that decide; a result may have more, and one without parameters suits any
     */
    OptionalDouble median(String name, Map<String, String> params) {
        return find(name, params)
                .map(result -> OptionalDouble.of(median(values(metric(result)))))
                .orElse(OptionalDouble.empty());
    }

    /** Returns a percentile of a benchmark that samples, such as 99, in its own unit. */
    OptionalDouble percentile(String name, Map<String, String> params, double percentile) {
        return find(name, params)
                .map(result -> OptionalDouble.of(metric(result)
                        .getAsJsonObject("scorePercentiles")
                        .get(Double.toString(percentile))
                        .getAsDouble()))
                .orElse(OptionalDouble.empty());
    }

    /**
     * Returns the median over a benchmark's iterations of what is computed from the counters of each.
     *
     * @throws java.util.NoSuchElementException if it wasn't measured with these parameters
     */
    double medianOf(String name, Map<String, String> params, ToDoubleFunction<Map<String, Double>> of) {
        JsonObject found = find(name, params).orElseThrow();
        JsonObject counters = found.getAsJsonObject("secondaryMetrics");
        return median(IntStream.range(0, values(metric(found)).length)
                .mapToDouble(i -> of.applyAsDouble(iteration(counters, i)))
                .toArray());
    }

    private static Map<String, Double> iteration(JsonObject counters, int index) {
        Map<String, Double> values = new java.util.HashMap<>();
        counters.entrySet()
                .forEach(counter ->
                        values.put(counter.getKey(), values(counter.getValue().getAsJsonObject())[index]));
        return values;
    }

    private Optional<JsonObject> find(String name, Map<String, String> params) {
        return results.stream()
                .filter(result -> result.get("benchmark").getAsString().endsWith("." + name))
                .filter(result -> suits(result.getAsJsonObject("params"), params))
                .findFirst();
    }

    private static boolean suits(@org.jspecify.annotations.Nullable JsonObject has, Map<String, String> params) {
        return has == null
                || params.entrySet().stream()
                        .allMatch(
                                wanted -> has.get(wanted.getKey()).getAsString().equals(wanted.getValue()));
    }

    private static JsonObject metric(JsonObject result) {
        return result.getAsJsonObject("primaryMetric");
    }

    private static double[] values(JsonObject metric) {
        List<Double> values = new ArrayList<>();
        for (JsonElement fork : metric.getAsJsonArray("rawData")) {
            JsonArray iterations = fork.getAsJsonArray();
            iterations.forEach(value -> values.add(value.getAsDouble()));
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
