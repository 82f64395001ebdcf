package io.xuemeng.core.zip;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;
import java.util.Set;

/** What the path of an archive's entry must be so that every system and every reader knows it by the same name. Each constant
 * names the package case it covers. */
public enum PathRequirement implements CodedRequirement {
    /** The path has a segment {@code ..}, whichever way its slashes lean. Case P01. */
    TRAVERSAL("PATH-001", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The path leaves its folder once its percent encoding is decoded or its full-width characters are folded. Case P01. */
    ENCODED_TRAVERSAL("PATH-002", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The path begins with a slash. Case P02. */
    ABSOLUTE("PATH-003", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.17.1"),
    /** The path begins with a drive letter. Case P02. */
    DRIVE_LETTER("PATH-004", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.17.1"),
    /** The path names a server. Case P02. */
    UNC("PATH-005", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.17.1"),
    /** The path has a backslash. Case P03. */
    BACKSLASH("PATH-006", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.4.17.1"),
    /** The Unix mode, or that of an extra field, makes the entry a symbolic link. Case P04. */
    SYMBOLIC_LINK("PATH-007", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The Unix mode, or that of an extra field, makes the entry a device, a pipe or a socket. Case P04. */
    SPECIAL_FILE("PATH-008", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The path has a colon, which on NTFS names a hidden stream of another file. Case P05. */
    ALTERNATE_STREAM("PATH-009", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** A segment is the name of a device on Windows. Case P06. */
    RESERVED_NAME("PATH-010", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A segment ends with a dot or a space, which Windows drops. Case P06. */
    TRAILING_DOT_OR_SPACE("PATH-011", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A segment has a character that no Windows file name may have. Case P06. */
    RESERVED_CHARACTER("PATH-012", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** The path has a NUL or another control character. Case P07. */
    CONTROL_CHARACTER("PATH-013", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The path has a character that reorders or hides text. Case P07. */
    INVISIBLE_CHARACTER("PATH-014", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** Two entries have one path. Case P08. */
    DUPLICATE("PATH-015", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** Two paths of files differ only in case, in Unicode normalisation, or in full-width characters. Case P09. */
    DUPLICATE_WHEN_FOLDED("PATH-016", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** One path is a file and also a directory. Case P10. */
    FILE_AND_DIRECTORY("PATH-017", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The entry has no name. Case P11. */
    EMPTY_NAME("PATH-018", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** A segment is longer than allowed. Case P11. */
    SEGMENT_TOO_LONG("PATH-019", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The path is longer than allowed. Case P11. */
    PATH_TOO_LONG("PATH-020", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The path has an empty segment or a segment {@code .}, so that it can be written in several ways. Case P01. */
    EMPTY_SEGMENT("PATH-021", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** The name is neither flagged as UTF-8 nor UTF-8; it was read as GB18030. Case P12. */
    NAME_IN_GB18030("PATH-022", Level.SHOULD, Severity.WARNING, Source.APPNOTE + "Appendix D"),
    /** The name is neither UTF-8 nor GB18030; it was read as code page 437. Case P12. */
    NAME_IN_UNKNOWN_ENCODING("PATH-023", Level.SHOULD, Severity.WARNING, Source.APPNOTE + "Appendix D"),
    /** The name is flagged as UTF-8 but is GB18030, and was read so. Case P13. */
    UTF8_FLAG_ON_GB18030("PATH-024", Level.MUST, Severity.WARNING, Source.APPNOTE + "Appendix D"),
    /** The name is UTF-8, but not flagged so. Case P14. */
    UTF8_WITHOUT_FLAG("PATH-025", Level.SHOULD, Severity.INFO, Source.APPNOTE + "Appendix D"),
    /** The Unicode path extra field gives another path. Case P15. */
    UNICODE_PATH_DIFFERS("PATH-026", Level.MUST, Severity.ERROR, Source.APPNOTE + "4.6.9"),
    /** The entry was left behind by an operating system. Case P16. */
    LITTER("PATH-027", Level.SHOULD, Severity.INFO, PROFILE_DECISION),
    /** The entry is a program or a script, going by its name. Case P17. */
    EXECUTABLE("PATH-028", Level.SHOULD, Severity.WARNING, PROFILE_DECISION);

    // Habits of whole packages: one line with a count says as much as a thousand.
    private static final Set<PathRequirement> GROUPED = Set.of(
            RESERVED_NAME,
            TRAILING_DOT_OR_SPACE,
            RESERVED_CHARACTER,
            NAME_IN_GB18030,
            NAME_IN_UNKNOWN_ENCODING,
            UTF8_FLAG_ON_GB18030,
            UTF8_WITHOUT_FLAG,
            LITTER,
            EXECUTABLE);

    private final Rule rule;

    PathRequirement(String id, Level level, Severity severity, String source) {
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
                MessageBundle.load("messages", PathRequirement.class::getResourceAsStream);
    }

    /** The document that most sources are clauses of. */
    private static final class Source {
        private static final String APPNOTE = "APPNOTE 6.3.10, ";
    }
}
