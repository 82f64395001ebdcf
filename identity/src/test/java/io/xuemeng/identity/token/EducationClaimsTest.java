package io.xuemeng.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.code.AreaCode;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.core.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EducationClaimsTest {

    private static String written(EducationClaims education) {
        return new String(
                JsonWriter.compact(out -> {
                    out.startObject().member("sub", "s");
                    education.writeTo(out);
                    out.endObject();
                }),
                StandardCharsets.UTF_8);
    }

    @Test
    void areWrittenUnderTheNamesThatTokensHaveForThem() {
        EducationClaims education = EducationClaims.of(EducationRole.LEARNER)
                .withOrganization(InstitutionId.of("2111000001"))
                .withRegion(AreaCode.of("110108"))
                .withStage(EducationStage.PRIMARY)
                .withMinor(false);

        assertThat(written(education))
                .isEqualTo(
                        "{\"sub\":\"s\",\"edu_role\":\"learner\",\"edu_org\":\"2111000001\",\"edu_region\":\"110108\","
                                + "\"edu_stage\":\"primary\",\"edu_minor\":false}");
    }

    @Test
    void areWrittenWhenTheyAreSaidOnly() {
        assertThat(written(EducationClaims.none())).isEqualTo("{\"sub\":\"s\"}");
        assertThat(written(new EducationClaims(
                        List.of(EducationRole.TEACHER, EducationRole.GUARDIAN), null, null, null, null)))
                .isEqualTo("{\"sub\":\"s\",\"edu_role\":[\"teacher\",\"guardian\"]}");
    }
}
