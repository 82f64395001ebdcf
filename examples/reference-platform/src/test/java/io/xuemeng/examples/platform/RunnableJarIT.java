package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.lrs.client.LrsClient;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementComparison;
import io.xuemeng.lrs.statement.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that is handed out, started as its users start it: nothing that it needs was lost on the way into one file. */
class RunnableJarIT {

    private static final Path JAR = Path.of(System.getProperty("runnable.jar"));

    @TempDir
    private Path folder;

    @Test
    void storesAStatementAndStillHasItAfterARestart() throws Exception {
        String store = "h2:" + folder.resolve("db");
        Path log = folder.resolve("log");
        Statement sent = Statement.builder()
                .actor(Agent.account("https://hub.example.cn", "a7f3-9c"))
                .verb(Verbs.COMPLETED)
                .object(Activity.of("https://example.cn/lesson/312"))
                .build();
        UUID id;

        try (PlatformProcess platform = PlatformProcess.startJar(JAR, store, log)) {
            LrsClient lrs = Load.client(platform.address());
            id = lrs.store(sent);
            assertThat(StatementComparison.matches(sent, lrs.statement(id).orElseThrow()))
                    .isTrue();
            assertThat(platform.stop()).isTrue();
        }
        try (PlatformProcess platform = PlatformProcess.startJar(JAR, store, log)) {
            assertThat(Load.client(platform.address()).statement(id)).isPresent();
        }

        assertThat(Files.readAllLines(log))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    @Test
    void findsTheDriverOfPostgres() throws IOException {
        Path log = folder.resolve("log");
        try (PostgresServer server = new PostgresServer(folder.resolve("postgres"));
                PlatformProcess platform = PlatformProcess.startJar(JAR, server.address(), log)) {
            assertThat(Load.stored(platform.address())).isEmpty();
        }
    }
}
