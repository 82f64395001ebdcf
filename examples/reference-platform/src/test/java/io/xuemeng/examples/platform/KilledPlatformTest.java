package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the platform was killed under load, whenever that was. */
class KilledPlatformTest {

    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    @Test
    void keepsEveryAcknowledgedStatementInH2WhenItIsKilled() throws Exception {
        survivesKills(KILLS);
    }

    @Test
    void keepsEveryAcknowledgedStatementInH2WhenItSyncsAndIsKilled() throws Exception {
        survivesKills(2, "--sync");
    }

    private void survivesKills(int kills, String... options) throws Exception {
        String store = "h2:" + folder.resolve("db");
        Path log = folder.resolve("log");
        Load load = new Load();
        int before = 0;
        for (int i = 0; i < kills; i++) {
            try (PlatformProcess platform = PlatformProcess.start(store, log, options)) {
                load.start(platform.address());
                while (load.count() < before + 100) {
                    Thread.sleep(10);
                }
                Thread.sleep(random.nextInt(500));
                platform.kill();
                load.awaitEnd();
            }
            assertThat(load.count()).as("acknowledged before kill %s", i).isGreaterThan(before);
            before = load.count();
        }
        try (PlatformProcess platform = PlatformProcess.start(store, log, options)) {
            Set<UUID> stored = Load.stored(platform.address());
            System.out.println(kills + " kills, " + load.count() + " acknowledged, " + stored.size() + " stored");
            assertThat(load.missing(stored)).isEmpty();
            assertThat(load.torn(stored)).isEmpty();
            assertThat(platform.stop()).isTrue();
        }
    }
}
