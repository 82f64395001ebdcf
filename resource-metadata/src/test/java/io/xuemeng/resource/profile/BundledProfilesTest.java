package io.xuemeng.resource.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledProfilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"lom", "textbook", "content-object", "alliance"})
    void readsEachProfileThatTheArtifactCarries(String id) {
        MetadataProfile profile = MetadataProfile.bundled(id);

        assertThat(profile.id()).isEqualTo(id);
        assertThat(profile.elements()).isNotEmpty();
        assertThat(profile.title(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
        assertThat(profile.reference().sha256()).hasSize(64);
    }
}
