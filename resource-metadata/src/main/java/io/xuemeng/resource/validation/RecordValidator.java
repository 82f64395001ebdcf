package io.xuemeng.resource.validation;

import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.profile.MetadataProfile;

/** Judges the values of records by a profile, which it prepares once. Immutable and thread-safe. */
public final class RecordValidator {

    private final MetadataProfile profile;
    private final CompiledElement[] elements;

    /** Prepares a profile. */
    public RecordValidator(MetadataProfile profile) {
        this.profile = profile;
        this.elements = new ProfileCompiler(profile).compile();
    }

    /**
     * Reports what is wrong with a record's values, with the profile's severities. Of a record that breaks off its reader has
     * said so; nothing is said of it here, because what seems to be missing may stand in the rest.
     */
    public void validate(MetadataDocument document, FindingSink sink) {
        if (!document.complete()) {
            return;
        }
        Reporter reporter = new Reporter(profile, document.positions(), sink);
        new RecordWalk(document.metadata(), reporter)
                .composite(MetadataElements.RESOURCE_METADATA, document.metadata(), elements);
    }
}
