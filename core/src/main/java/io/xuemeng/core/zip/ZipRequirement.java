package io.xuemeng.core.zip;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;
import java.util.Set;

/** What a zip archive must be so that every reader sees the same content in it. Each constant names the package case it covers. */
public enum ZipRequirement implements CodedRequirement {
    /** The file has no bytes. Case Z01. */
    EMPTY_FILE("ZIP-001", Level.MUST, Severity.FATAL, Source.APPNOTE + "4.3.1"),
    /** There is no end record, and the file does not begin like a zip file either. Case Z01. */
    NOT_A_ZIP("ZIP-002", Level.MUST, Severity.FATAL, Source.APPNOTE + "4.3.1"),
    /** The file begins like a zip file, but its end record is missing. Case Z01. */
    TRUNCATED("ZIP-003", Level.MUST, Severity.FATAL, Source.APPNOTE + "4.3.1"),
    /** The archive is valid and empty. Case Z01. */
    NO_ENTRIES("ZIP-004", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** Two end records could be the right one, or a comment holds the signature of one. Case Z02. */
    END_RECORD_IN_COMMENT("ZIP-005", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.1"),
    /** The end record's offset and its size each lead to a central directory, and not to the same one. Case Z02. */
    TWO_DIRECTORIES("ZIP-006", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.1"),
    /** Bytes follow the end of the archive. Case Z02. */
    TRAILING_BYTES("ZIP-007", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** Bytes stand before the first entry. Case Z02. */
    LEADING_BYTES("ZIP-008", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** Bytes stand between the central directory and the end record. Case Z02. */
    BYTES_BEFORE_END_RECORD("ZIP-009", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.6"),
    /** The archive's comment is shorter than its stated length. Case Z02. */
    COMMENT_CUT_OFF("ZIP-010", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.25"),
    /** The central directory is not where the end record says, or is not a central directory. Case Z01. */
    DIRECTORY_DAMAGED("ZIP-011", Level.MUST, Severity.FATAL, Source.APPNOTE + "4.3.12"),
    /** The end record's number of entries is not that of the central directory. Case Z03. */
    WRONG_ENTRY_COUNT("ZIP-012", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.22"),
    /** There is no local header where the central directory says. Case Z04. */
    LOCAL_HEADER_MISSING("ZIP-013", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.2"),
    /** The local header gives another name. Case Z04. */
    LOCAL_NAME_DIFFERS("ZIP-014", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.17"),
    /** The local header gives another compression method. Case Z05. */
    LOCAL_METHOD_DIFFERS("ZIP-015", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.5"),
    /** The local header gives other sizes. Case Z05. */
    LOCAL_SIZE_DIFFERS("ZIP-016", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.8"),
    /** The local header gives another CRC-32. Case Z05. */
    LOCAL_CRC_DIFFERS("ZIP-017", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.7"),
    /** The local header and the central directory disagree about encryption or the encoding of the name. Case Z05. */
    LOCAL_FLAGS_DIFFER("ZIP-018", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.4"),
    /** The data descriptor is missing or contradicts the central directory. Case Z13. */
    DESCRIPTOR_DIFFERS("ZIP-019", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.9"),
    /** The entry is stored, yet its two sizes differ. Case Z05. */
    STORED_SIZES_DIFFER("ZIP-020", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.8"),
    /** A local header stands where the central directory knows of nothing. Case Z06. */
    HIDDEN_ENTRY("ZIP-021", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.2"),
    /** Bytes between the entries belong to none of them. Case Z06. */
    UNCLAIMED_BYTES("ZIP-022", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** Two entries share bytes. Case Z07. */
    OVERLAP("ZIP-023", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.6"),
    /** Several entries of the central directory lead to one local header. Case Z07. */
    SHARED_LOCAL_HEADER("ZIP-024", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.6"),
    /** An entry would grow beyond the allowed ratio. Case Z08. */
    ENTRY_RATIO("ZIP-025", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The entries together would grow beyond the allowed ratio. Case Z08. */
    ARCHIVE_RATIO("ZIP-026", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The entries together would grow beyond the allowed size. Case Z08. */
    ARCHIVE_SIZE("ZIP-027", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The content ends before its declared size. Case Z09. */
    CONTENT_SHORTER("ZIP-028", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.9"),
    /** The content goes on after its declared size. Case Z09. */
    CONTENT_LONGER("ZIP-029", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.9"),
    /** The compressed data ends before its declared size, and other bytes follow it. Case Z09. */
    COMPRESSED_DATA_LONGER("ZIP-030", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.8"),
    /** The content does not have the declared CRC-32. Case Z10. */
    WRONG_CRC("ZIP-031", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.7"),
    /** The compressed data is not a deflate stream, or is cut off. Case Z10. */
    DATA_DAMAGED("ZIP-032", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.5"),
    /** The entry is encrypted. Case Z11. */
    ENCRYPTED("ZIP-033", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The entry is compressed by another method than deflate. Case Z12. */
    UNSUPPORTED_METHOD("ZIP-034", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The zip64 extra field of an entry is missing, too short, or contradicts the entry. Case Z14. */
    ZIP64_FIELD_MALFORMED("ZIP-035", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.5.3"),
    /** The zip64 end record contradicts the end record, or is there only in part. Case Z14. */
    ZIP64_END_CONTRADICTS("ZIP-036", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.14"),
    /** The end record refers to a zip64 end record that is missing or damaged. Case Z14. */
    ZIP64_END_MISSING("ZIP-037", Level.MUST, Severity.FATAL, Source.APPNOTE + "4.3.15"),
    /** There are more entries than allowed. Case Z15. */
    TOO_MANY_ENTRIES("ZIP-038", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The central directory is larger than allowed. Case Z15. */
    DIRECTORY_TOO_LARGE("ZIP-039", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** An entry is an archive itself, going by its name. Case Z16. */
    NESTED_ARCHIVE("ZIP-040", Level.MAY, Severity.INFO, PROFILE_DECISION),
    /** The file is one of several volumes. Case Z17. */
    MULTI_VOLUME("ZIP-041", Level.MUST, Severity.FATAL, Source.APPNOTE + "4.4.19"),
    /** An entry is said to begin on another volume. Case Z17. */
    ENTRY_ON_OTHER_VOLUME("ZIP-042", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.13"),
    /** A directory has content, which most readers never show. Case P10. */
    DIRECTORY_WITH_CONTENT("ZIP-043", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.8"),
    /** The extra fields of an entry cannot be told apart. Case Z14. */
    EXTRA_FIELD_MALFORMED("ZIP-044", Level.MUST, Severity.WARNING, Source.APPNOTE + "4.5.1"),
    /** An entry's data reaches into the central directory or beyond the end of the file. Case Z07. */
    REACHES_INTO_DIRECTORY("ZIP-045", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.3.6"),
    /** The end record's offset does not lead to the central directory, which was found by its size. Case Z02. */
    DIRECTORY_OFFSET_WRONG("ZIP-046", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.24");

    // Habits of whole packages: one line with a count says as much as a thousand.
    private static final Set<ZipRequirement> GROUPED = Set.of(UNCLAIMED_BYTES, NESTED_ARCHIVE, EXTRA_FIELD_MALFORMED);

    private final Rule rule;

    ZipRequirement(String id, Level level, Severity severity, String source) {
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

    @Override
    public boolean grouped() {
        return GROUPED.contains(this);
    }

    /** Loaded when the first text is asked for. */
    private static final class Texts {
        private static final MessageBundle BUNDLE =
                MessageBundle.load("messages", ZipRequirement.class::getResourceAsStream);
    }

    /** The document that most sources are clauses of. */
    private static final class Source {
        private static final String APPNOTE = "APPNOTE 6.3.10, ";
    }
}
