package io.xuemeng.resource.packaging;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Severity;
import java.io.IOException;
import java.util.Locale;

/** A package is not unpacked because validation does not accept it. Nothing was left on the disk. */
public final class PackageRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Report report;

    PackageRefusedException(Report report) {
        super(message(report));
        this.report = report;
    }

    private static String message(Report report) {
        StringBuilder message = new StringBuilder("the package is ")
                .append(report.verdict().name().toLowerCase(Locale.ROOT))
                .append(" and is not unpacked");
        int listed = 0;
        for (Finding finding : report.findings()) {
            if (finding.severity().compareTo(Severity.ERROR) <= 0 && listed++ < 3) {
                message.append("; ").append(finding.id()).append(": ").append(finding.problem(Locale.ENGLISH));
            }
        }
        return message.toString();
    }

    /** Why, with every finding. */
    public Report report() {
        return report;
    }
}
