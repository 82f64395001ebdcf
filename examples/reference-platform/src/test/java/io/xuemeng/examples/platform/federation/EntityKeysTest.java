package io.xuemeng.examples.platform.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityKeysTest {

    @TempDir
    private Path folder;

    @Test
    void makesSecretsThatOnlyTheOwnerCanReadAndFindsThemAgain() throws Exception {
        Path keys = folder.resolve("a/b");

        EntityKeys made = EntityKeys.in(keys);
        EntityKeys found = EntityKeys.in(keys);

        assertThat(found.federation().verificationKey())
                .isEqualTo(made.federation().verificationKey());
        assertThat(found.pairwiseSalt()).isEqualTo(made.pairwiseSalt()).hasSize(43);
        assertThat(made).hasToString("EntityKeys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(keys)) {
            assertThat(files)
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void refusesASecretThatOthersCanRead() throws Exception {
        EntityKeys.in(folder);
        Path key = folder.resolve("provider.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> EntityKeys.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("provider.pem")
                .hasMessageContaining("rw-r-----");
    }

    @Test
    void describesAnEntityInAFileThatAnotherOneReads() throws Exception {
        EntityDescription description = new EntityDescription(
                "https://hub.example.cn",
                Role.PROVINCE.entityTypes(),
                Entity.keySet(EntityKeys.in(folder).federation()));
        Path file = Files.write(folder.resolve("hub.json"), description.toJson());

        assertThat(EntityDescription.read(file)).isEqualTo(description);
        for (String text :
                List.of("", "[]", "{}", "{\"entity\":\"https://a.cn\"}", "{\"entity\":1,\"jwks\":{\"keys\":[]}}")) {
            Path bad = Files.writeString(folder.resolve("bad.json"), text);
            assertThatThrownBy(() -> EntityDescription.read(bad))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("bad.json");
        }
    }
}
