package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.xml.XmlRequirement;
import io.xuemeng.core.zip.PathRequirement;
import io.xuemeng.core.zip.ZipRequirement;
import io.xuemeng.resource.content.FileRequirement;
import io.xuemeng.resource.manifest.ManifestRequirement;
import io.xuemeng.resource.profile.MetadataProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers the findings of one input: graded by the profile, without what was said of the same file before, and with the note
 * that a limit left something unread.
 */
final class ReportSink implements FindingSink {

    /** Findings that say that something was not read because a limit was reached. */
    private static final Set<Requirement> LIMITS = Set.of(
            XmlRequirement.DOCUMENT_SIZE,
            XmlRequirement.DEPTH,
            XmlRequirement.ATTRIBUTE_COUNT,
            XmlRequirement.TEXT_LENGTH,
            ZipRequirement.ENTRY_RATIO,
            ZipRequirement.ARCHIVE_RATIO,
            ZipRequirement.ARCHIVE_SIZE,
            ZipRequirement.TOO_MANY_ENTRIES,
            ZipRequirement.DIRECTORY_TOO_LARGE,
            ManifestRequirement.MANIFEST_COUNT,
            ManifestRequirement.MANIFEST_SIZE,
            ManifestRequirement.TIME_ALLOWED);

    private final MetadataProfile profile;
    private final FindingCollector collector;
    private final FindingSink graded;
    private final Set<String> archives = new HashSet<>();
    private final Set<String> programs = new HashSet<>();

    ReportSink(MetadataProfile profile, Limits limits) {
        this.profile = profile;
        this.collector = new FindingCollector(limits.findingsPerRequirement());
        this.graded = profile.grading(collector);
    }

    @Override
    public void report(Finding finding) {
        Requirement requirement = finding.requirement();
        String entry = finding.location().entry();
        if (entry != null) {
            // The name of a file and its content can both give it away; once is enough, unless a
            // profile grades the content graver.
            if (requirement == ZipRequirement.NESTED_ARCHIVE) {
                archives.add(entry);
            } else if (requirement == PathRequirement.EXECUTABLE) {
                programs.add(entry);
            } else if ((requirement == FileRequirement.NESTED_ARCHIVE
                            && archives.contains(entry)
                            && !isGraver(requirement, ZipRequirement.NESTED_ARCHIVE))
                    || (requirement == FileRequirement.PROGRAM
                            && programs.contains(entry)
                            && !isGraver(requirement, PathRequirement.EXECUTABLE))) {
                return;
            }
        }
        if (LIMITS.contains(requirement)) {
            collector.truncate();
        }
        graded.report(finding);
    }

    /** Whether the profile takes what the content gives away more seriously than what the name gave away. */
    private boolean isGraver(Requirement content, Requirement name) {
        return profile.grade(content).isWorseThan(profile.grade(name));
    }

    List<Finding> findings() {
        return collector.findings();
    }

    boolean isTruncated() {
        return collector.isTruncated();
    }
}
