package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.resource.MetadataReader;
import io.xuemeng.resource.MetadataValidator;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.element.Positions;
import io.xuemeng.resource.metadata.AigcLabel;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata records of one input. The one that describes the package is held against the profile: of several, the first in
 * a file of its own, because whoever writes one means it, or else the first in the manifest. The others are held against the
 * base profile: a page needs no school stage of its own. Of an input without a package, each record is of a resource of its own.
 */
final class Records {

    private final MetadataValidator profile;
    private final MetadataValidator base;
    private final Limits limits;
    private final FindingSink findings;
    private final List<MetadataDocument> alike = new ArrayList<>(0);
    private final List<MetadataDocument> others = new ArrayList<>(0);
    private @Nullable MetadataDocument main;

    Records(MetadataValidator profile, MetadataValidator base, Limits limits, FindingSink findings) {
        this.profile = profile;
        this.base = base;
        this.limits = limits;
        this.findings = findings;
    }

    /** Reads a metadata file. */
    void read(byte[] content, @Nullable String entry, boolean ofPackage) {
        FindingSink sink = ofPackage ? findings : this::reportOfPart;
        MetadataReader.readAll(content, entry, limits, sink).forEach(ofPackage ? this::addOfPackage : this::addOfPart);
    }

    /** Reads an input that holds records and nothing else; each is of a resource of its own and held against the profile. */
    void readAll(byte[] content) {
        for (MetadataDocument document : MetadataReader.readAll(content, null, limits, findings)) {
            if (main == null) {
                main = document;
            } else {
                alike.add(document);
            }
        }
    }

    /** A record of a part that cannot be read on loses what it says, and nothing else. */
    private void reportOfPart(Finding finding) {
        if (finding.severity() != Severity.FATAL) {
            findings.report(finding);
            return;
        }
        Finding.Builder error = Finding.of(finding.requirement())
                .severity(Severity.ERROR)
                .at(finding.location())
                .occurrences(finding.occurrences(), finding.examples());
        finding.arguments().forEach(error::with);
        findings.report(error.build());
    }

    /** Takes a record of the whole package. */
    void addOfPackage(MetadataDocument record) {
        if (main == null) {
            main = record;
        } else {
            others.add(record);
        }
    }

    /** Takes a record of a part of it. */
    void addOfPart(MetadataDocument record) {
        others.add(record);
    }

    /**
     * Judges the records.
     *
     * @param entry where a record of the package would have to stand, to report what is missing when there is none at all; null
     *     when that is not to be reported
     */
    void judge(@Nullable String entry) {
        if (main != null) {
            profile.validate(main, findings);
        } else if (entry != null) {
            ResourceMetadata nothing = ResourceMetadata.builder().build();
            profile.validate(new MetadataDocument(nothing, MetadataForm.BUILT, new Positions(entry), true), findings);
        }
        for (MetadataDocument document : alike) {
            profile.validate(document, findings);
        }
        for (MetadataDocument other : others) {
            base.validate(other, findings);
        }
    }

    /** The record of the package; null when there is none. */
    @Nullable
    MetadataDocument main() {
        return main;
    }

    /** What the record of the package says of generated content; null when it says nothing. */
    @Nullable
    AigcLabel label() {
        return main == null ? null : main.metadata().aigc();
    }
}
