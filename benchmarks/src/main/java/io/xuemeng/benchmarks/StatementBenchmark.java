package io.xuemeng.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.validation.StatementReader;
import io.xuemeng.lrs.statement.validation.StatementReading;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading one statement from its bytes: a small one of 320 bytes, and one of 2.6 KB with nearly everything a statement may have.
 * {@code oursIndex…} validates and says what a store needs; {@code oursBind…} validates and makes the record; {@code floor…}
 * makes Jackson's tree of the same bytes and validates nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class StatementBenchmark {

    private final byte[] small = Resources.read("statement-small.json");
    private final byte[] large = Resources.read("statement-large.json");
    private final StatementReader reader = StatementReader.forVersion(XapiVersion.V1_0);
    private final ObjectMapper mapper = new ObjectMapper();

    /** Both must be good ones: a statement full of findings would measure something else. */
    @Setup
    public void check() {
        for (StatementReading reading : new StatementReading[] {oursBindSmall(), oursBindLarge()}) {
            if (!reading.isValid() || !reading.outcomes().get(0).findings().isEmpty()) {
                throw new IllegalStateException("the benchmarks' statements are no longer good: " + reading);
            }
        }
    }

    /** Validates and indexes the small statement. */
    @Benchmark
    public StatementReading oursIndexSmall() {
        return reader.index(small);
    }

    /** Validates and indexes the large statement. */
    @Benchmark
    public StatementReading oursIndexLarge() {
        return reader.index(large);
    }

    /** Validates the small statement and makes the record. */
    @Benchmark
    public StatementReading oursBindSmall() {
        return reader.read(small);
    }

    /** Validates the large statement and makes the record. */
    @Benchmark
    public StatementReading oursBindLarge() {
        return reader.read(large);
    }

    /** Jackson makes a tree of the small statement. */
    @Benchmark
    public JsonNode floorSmall() throws IOException {
        return mapper.readTree(small);
    }

    /** Jackson makes a tree of the large statement. */
    @Benchmark
    public JsonNode floorLarge() throws IOException {
        return mapper.readTree(large);
    }
}
