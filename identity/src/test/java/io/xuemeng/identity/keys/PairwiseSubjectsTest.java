package io.xuemeng.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.DigestAlgorithm;
import java.net.URI;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairwiseSubjectsTest {

    private static final byte[] SALT = new byte[32];

    @ParameterizedTest
    @EnumSource(
            value = DigestAlgorithm.class,
            names = {"SHA_256", "SM3"})
    void oneAccountHasOneSubjectInASectorAndAnotherInTheNext(DigestAlgorithm digest) {
        PairwiseSubjects subjects = PairwiseSubjects.of(digest, SALT);

        String here = subjects.subject("a.example.cn", "pupil-1");
        assertThat(here).hasSize(43).isEqualTo(subjects.subject("A.example.cn", "pupil-1"));
        assertThat(subjects.subject("b.example.cn", "pupil-1")).isNotEqualTo(here);
        assertThat(subjects.subject("a.example.cn", "pupil-2")).isNotEqualTo(here);
    }

    @Test
    void saltAndDigestMatter() {
        byte[] other = SALT.clone();
        other[31] = 1;

        assertThat(PairwiseSubjects.of(DigestAlgorithm.SM3, SALT).subject("a", "b"))
                .isNotEqualTo(PairwiseSubjects.of(DigestAlgorithm.SM3, other).subject("a", "b"))
                .isNotEqualTo(PairwiseSubjects.of(DigestAlgorithm.SHA_256, SALT).subject("a", "b"));
    }

    @Property
    void whereTheSectorEndsAndTheAccountBeginsMatters(@ForAll @NotEmpty String left, @ForAll @NotEmpty String right) {
        PairwiseSubjects subjects = PairwiseSubjects.of(DigestAlgorithm.SHA_256, SALT);
        if (left.length() > 1) {
            assertThat(subjects.subject(left, right))
                    .isNotEqualTo(subjects.subject(left.substring(0, 1), left.substring(1) + right));
        }
    }

    @Test
    void refusesWhatWouldNotHide() {
        assertThatThrownBy(() -> PairwiseSubjects.of(DigestAlgorithm.SM3, new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairwiseSubjects.of(DigestAlgorithm.SHA_512, SALT))
                .isInstanceOf(IllegalArgumentException.class);
        PairwiseSubjects subjects = PairwiseSubjects.of(DigestAlgorithm.SM3, SALT);
        assertThatThrownBy(() -> subjects.subject("", "a")).isInstanceOf(IllegalArgumentException.class);
        assertThat(subjects.toString()).isEqualTo("PairwiseSubjects[SM3]");
    }

    @Test
    void theSectorIsTheOneHostOfTheRedirections() {
        assertThat(PairwiseSubjects.sectorOf(
                        List.of(URI.create("https://A.example.cn/cb"), URI.create("https://a.example.cn/other"))))
                .isEqualTo("a.example.cn");
        assertThatThrownBy(() -> PairwiseSubjects.sectorOf(
                        List.of(URI.create("https://a.example.cn/cb"), URI.create("https://b.example.cn/cb"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sector_identifier_uri");
        assertThatThrownBy(() -> PairwiseSubjects.sectorOf(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
