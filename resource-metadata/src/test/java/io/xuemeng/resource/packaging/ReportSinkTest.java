package io.xuemeng.resource.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.zip.PathRequirement;
import io.xuemeng.resource.content.FileRequirement;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportSinkTest {

    private static final Path PROFILE = Path.of("src/test/resources/io/xuemeng/resource/profile/zhejiang-demo.json");

    @Test
    void saysOnceThatAFileIsAProgram() {
        ReportSink sink = new ReportSink(MetadataProfile.lom(), Limits.defaults());

        reportTwice(sink);

        assertThat(sink.findings()).extracting(Finding::id).containsExactly("PATH-028");
    }

    @Test
    void keepsWhatTheProfileGradesGraver() throws IOException {
        String text = Files.readString(PROFILE).replace("\"META-108\": \"ERROR\"", "\"FILE-003\": \"ERROR\"");
        MetadataProfile profile = MetadataProfile.read(text.getBytes(StandardCharsets.UTF_8));
        ReportSink sink = new ReportSink(profile, Limits.defaults());

        reportTwice(sink);

        assertThat(sink.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::id)
                .containsExactly("FILE-003");
    }

    private static void reportTwice(ReportSink sink) {
        Location place = Location.entry("a.exe");
        sink.report(Finding.of(PathRequirement.EXECUTABLE).at(place).build());
        sink.report(Finding.of(FileRequirement.PROGRAM).at(place).build());
    }
}
