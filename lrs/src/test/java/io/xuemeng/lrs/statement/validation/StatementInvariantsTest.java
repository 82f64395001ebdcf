package io.xuemeng.lrs.statement.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.lrs.statement.ShuffledJson;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementArbitraries;
import io.xuemeng.lrs.statement.StatementWriter;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StatementInvariantsTest {

    @Provide
    Arbitrary<Statement> statements() {
        return StatementArbitraries.statements(XapiVersion.V2_0);
    }

    @Property(tries = 300)
    void holdForStatementsWithSomeBytesChanged(@ForAll("statements") Statement statement, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] json = ShuffledJson.of(StatementWriter.write(statement), random);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        }
        StatementInvariants.hold(json);
    }

    @Property(tries = 200)
    void holdForAnyBytes(@ForAll byte[] bytes) {
        StatementInvariants.hold(bytes);
    }

    @Example
    void holdForEverySample() throws IOException {
        holdForFiles(Path.of("src", "samples"), ".*REC-.*\\.json");
    }

    @Example
    void holdForWhatFuzzingStartsFrom() throws IOException {
        holdForFiles(Path.of("src", "test", "resources", "io", "xuemeng", "lrs", "statement", "validation"), ".*");
    }

    private static void holdForFiles(Path folder, String names) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(names))
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            StatementInvariants.hold(Files.readAllBytes(file));
        }
    }
}
