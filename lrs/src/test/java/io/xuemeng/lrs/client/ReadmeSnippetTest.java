package io.xuemeng.lrs.client;

import static io.xuemeng.lrs.client.LrsQuery.query;
import static io.xuemeng.lrs.statement.LanguageMap.zh;
import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Result;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.Verbs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the README says about records is compiled and run, so that it cannot lie. */
class ReadmeSnippetTest {

    private static final String SOURCE = "src/test/java/io/xuemeng/lrs/client/ReadmeSnippetTest.java";

    private final ClientFixture fixture = new ClientFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void sendsRecordsAndReadsThemAgain() {
        List<Actor> report = new ArrayList<>();
        String pairwiseSubject = "a7f3-9c";
        Instant monday = Instant.EPOCH;
        String name = "vendor";
        String secret = "密码";
        URI address = fixture.server.address();

        // snippet: records
        var lrs = LrsClient.connect(address, Credentials.basic(name, secret)); // make one, share it between threads

        lrs.store(Statement.builder()
                .actor(Agent.account("https://hub.example.cn", pairwiseSubject))
                .verb(Verbs.COMPLETED)
                .object(Activity.of("https://example.cn/lesson/312", zh("分数的初步认识")))
                .result(Result.score(0.85).duration(Duration.ofMinutes(32)))
                .build());
        try (Stream<Statement> completed =
                lrs.statements(query().verb(Verbs.COMPLETED).since(monday))) {
            completed.forEach(statement -> report.add(statement.actor()));
        }
        // end

        assertThat(report).containsExactly(Agent.account("https://hub.example.cn", pairwiseSubject));
    }

    @Test
    void isWhatTheReadmeShows() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("../README.md")).stream()
                .dropWhile(line -> !line.equals("<!-- snippet: records -->"))
                .skip(2)
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .toList();
        List<String> compiled = Files.readAllLines(Path.of(SOURCE)).stream()
                .dropWhile(line -> !line.strip().equals("// snippet: records"))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// end"))
                .map(String::strip)
                .toList();

        assertThat(shown).isNotEmpty().isEqualTo(compiled);
    }
}
