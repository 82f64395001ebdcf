package io.xuemeng.resource.content;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/**
 * What the files of a package must be, and what the label for AI-generated content in them must say. The text of GB
 * 45438-2025 was not available to this project: where it is named as a source, it was seen second-hand, in public
 * implementations that agree with each other.
 */
public enum FileRequirement implements CodedRequirement {
    /** A file that poses as something harmless is a program. */
    DISGUISED_PROGRAM("FILE-001", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** A file's content is plainly not what its extension says. */
    TYPE_CONTRADICTS_NAME("FILE-002", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A file is a program, by its name or its content. */
    PROGRAM("FILE-003", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A file is an archive, whose own files are not validated: nested archives are never opened. As severe as ZIP-040. */
    NESTED_ARCHIVE("FILE-004", Level.MAY, Severity.INFO, PROFILE_DECISION),

    /** A label is no JSON object, or so broken that no field can be read. */
    LABEL_MALFORMED("FILE-010", Level.MUST, Severity.ERROR, Sources.LABEL),
    /** A label has a field that the standard does not name. */
    LABEL_FIELD_UNKNOWN("FILE-011", Level.SHOULD, Severity.WARNING, Sources.LABEL),
    /** A label lacks {@code Label}, {@code ContentProducer} or {@code ProduceID}. */
    LABEL_FIELD_MISSING("FILE-012", Level.MUST, Severity.ERROR, Sources.LABEL),
    /** {@code Label} is none of 1, 2 and 3. */
    LABEL_VALUE("FILE-013", Level.MUST, Severity.ERROR, Sources.LABEL),
    /** {@code ContentProducer} or {@code ProduceID} is empty. */
    LABEL_PRODUCER_EMPTY("FILE-014", Level.MUST, Severity.ERROR, Sources.LABEL),
    /** {@code ContentPropagator} or {@code PropagateID} is absent or empty. */
    LABEL_PROPAGATOR_EMPTY("FILE-015", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A field's value is not a JSON string. */
    LABEL_FIELD_NOT_TEXT("FILE-016", Level.MUST, Severity.ERROR, Sources.LABEL),
    /** {@code ReservedCode1} or {@code ReservedCode2} is absent; both may be empty. */
    LABEL_RESERVED_MISSING("FILE-017", Level.SHOULD, Severity.INFO, Sources.LABEL),
    /** Two labels in one file say different things. */
    LABELS_CONTRADICT("FILE-018", Level.MUST, Severity.ERROR, PROFILE_DECISION),

    /**
     * A file says that it is AI-generated, and the metadata says nothing of it. An ERROR, because labelling is mandatory
     * and a platform shows the metadata; a WARNING when the files only say that it may be so or is suspected.
     */
    LABEL_NOT_IN_METADATA("FILE-020", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The metadata says that the resource is AI-generated, and no file that was read carries a label. */
    LABEL_NOT_IN_FILES("FILE-021", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** The metadata and the files name different values. */
    LABEL_DIFFERS_FROM_METADATA("FILE-022", Level.MUST, Severity.ERROR, PROFILE_DECISION);

    /** Constants of an enum cannot refer to the enum's own fields. */
    private static final class Sources {
        static final String LABEL = "GB 45438-2025, Annex E (seen second-hand)";
    }

    /** The texts, read when the first of them is asked for. */
    private static final class Texts {
        static final MessageBundle BUNDLE =
                MessageBundle.load("messages", name -> FileRequirement.class.getResourceAsStream(name));
    }

    private final Rule rule;

    FileRequirement(String id, Level level, Severity severity, String source) {
        this.rule = new Rule(id, level, severity, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return Texts.BUNDLE;
    }

    /** Programs, archives and misnamed files come in heaps; labels are few. */
    @Override
    public boolean grouped() {
        return this == PROGRAM || this == NESTED_ARCHIVE;
    }
}
