package io.xuemeng.resource.validation;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.element.Positions;
import io.xuemeng.resource.profile.MetadataProfile;

/** Makes findings about the place where the walk stands, with the severity that the profile gives. For one record. */
final class Reporter {

    final ElementPath path = new ElementPath();
    private final MetadataProfile profile;
    private final Positions positions;
    private final FindingSink sink;

    Reporter(MetadataProfile profile, Positions positions, FindingSink sink) {
        this.profile = profile;
        this.positions = positions;
        this.sink = sink;
    }

    Finding.Builder of(Requirement requirement) {
        return Finding.of(requirement).severity(profile.grade(requirement)).at(positions.locate(path));
    }

    void report(Finding.Builder finding) {
        sink.report(finding.build());
    }

    /** A finding about a part of the place where the walk stands. */
    void reportBelow(String name, Requirement requirement) {
        path.push(name);
        report(of(requirement));
        path.pop();
    }
}
