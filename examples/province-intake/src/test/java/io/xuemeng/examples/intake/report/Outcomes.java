package io.xuemeng.examples.intake.report;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.ProfileReference;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Outcomes and runs to write reports about. */
final class Outcomes {

    static final ProfileReference PROFILE = new ProfileReference("lom", "1.0", "0".repeat(64));
    private static final RequirementCatalogue CATALOGUE =
            RequirementCatalogue.of(List.of(new SampleRequirement("TEST-001", Severity.ERROR)));

    private Outcomes() {}

    static Run run(Locale locale) {
        return new Run(Instant.parse("2026-11-23T08:00:00Z"), PROFILE, "0.1.0", "0.1.0+abc", locale);
    }

    static Outcome accepted(String name, String title) {
        Subject subject = new Subject(name, "f".repeat(64), 1234, "IMS CP 1.1.4", title);
        return new Outcome(Report.of(subject, PROFILE, CATALOGUE, List.of(), false), 3, true);
    }

    static Outcome rejected(String name, String found) {
        Finding finding = Finding.of(new SampleRequirement("TEST-001", Severity.ERROR))
                .at(Location.at("imsmanifest.xml", "/manifest", 12, 5))
                .with("found", found)
                .build();
        Subject subject = new Subject(name, "e".repeat(64), 99, "SCORM 1.2", null);
        return new Outcome(Report.of(subject, PROFILE, CATALOGUE, List.of(finding), true), 7, true);
    }
}
