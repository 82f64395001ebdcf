package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With PostgreSQL, what was acknowledged is there after the platform, or the database server, was killed under load. */
class KilledDatabaseTest {

    private static final int PLATFORM_KILLS = 2;
    private static final int DATABASE_KILLS = 3;

    @TempDir
    private Path folder;

    private final Random random = new Random(7);
    private final Load load = new Load();

    @Test
    void keepsEveryAcknowledgedStatementWhenPlatformOrDatabaseAreKilled() throws Exception {
        Path log = folder.resolve("log");
        try (PostgresServer database = new PostgresServer(folder.resolve("data"))) {
            for (int i = 0; i < PLATFORM_KILLS; i++) {
                try (PlatformProcess platform = PlatformProcess.start(database.address(), log)) {
                    loadForAWhile(platform);
                    platform.kill();
                    load.awaitEnd();
                }
            }
            try (PlatformProcess platform = PlatformProcess.start(database.address(), log)) {
                for (int i = 0; i < DATABASE_KILLS; i++) {
                    loadForAWhile(platform);
                    database.kill();
                    database.startAgain();
                    awaitRecovery(platform);
                    load.stop();
                }
                Set<UUID> stored = Load.stored(platform.address());
                System.out.println(PLATFORM_KILLS + DATABASE_KILLS + " kills, " + load.count() + " acknowledged, "
                        + stored.size() + " stored");
                assertThat(load.missing(stored)).isEmpty();
                assertThat(load.torn(stored)).isEmpty();
                assertThat(platform.stop()).isTrue();
            }
        }
    }

    private void loadForAWhile(PlatformProcess platform) throws InterruptedException {
        int before = load.count();
        load.start(platform.address());
        while (load.count() < before + 100) {
            Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(500));
    }

    /** The platform, which was not restarted, finds the database again by itself. */
    private static void awaitRecovery(PlatformProcess platform) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (Health.of(platform.address()) != 200) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }
}
