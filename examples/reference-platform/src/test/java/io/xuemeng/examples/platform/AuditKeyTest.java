package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.lrs.server.EngineLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose data was erased can be told by who has the key, and by nobody else. */
class AuditKeyTest {

    private static final UUID PERSON = UUID.fromString("0b0d8a52-6a3c-4d5e-9f00-5c2f3f1a7b11");

    @TempDir
    private Path folder;

    private String subject(@Nullable AuditKey key) throws Exception {
        Records.Settings settings = new Records.Settings(
                "h2:" + folder.resolve("db"), 2, false, key, null, List.of(), EngineLimits.defaults());
        try (Records records = Records.open(settings, new Observation())) {
            return records.store().deletion().auditSubject(PERSON);
        }
    }

    @Test
    void isTheSameAfterARestart() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "00112233445566778899AABBccddeeff\n");
        AuditKey key = AuditKey.read(file);

        assertThat(subject(key)).isEqualTo(subject(AuditKey.read(file)));
        assertThat(subject(null)).isNotEqualTo(subject(key)).isNotEqualTo(subject(null));
        assertThat(key).hasToString("AuditKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00112233445566778899aabbccddee", "00112233445566778899aabbccddeeffg0", "0 0"})
    void isLongEnoughAndNothingButDigits(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), content);

        assertThatThrownBy(() -> AuditKey.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(content.isEmpty() ? "\n" : content);
    }
}
