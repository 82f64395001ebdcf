package io.xuemeng.resource.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When it fails, run {@link WrittenProfile#main} in the module's folder and commit what it wrote. */
class WrittenProfileTest {

    static Stream<Arguments> documents() {
        return MetadataProfile.bundledIds().stream()
                .flatMap(id ->
                        Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH).map(locale -> Arguments.of(id, locale)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theWrittenProfileSaysWhatTheFileSays(String id, Locale locale) throws IOException {
        assertThat(Files.readString(WrittenProfile.file(id, locale)))
                .isEqualTo(WrittenProfile.text(MetadataProfile.bundled(id), locale));
    }

    @Test
    void theGuideShowsTheProfileThatTheTestsRead() throws IOException {
        String example = Files.readString(Path.of("src/test/resources/io/xuemeng/resource/profile/zhejiang-demo.json"));

        assertThat(Files.readString(WrittenProfile.FOLDER.resolve("README.md"))).contains(example.strip());
    }
}
