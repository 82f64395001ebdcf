package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.TextPart;
import java.util.Locale;

/** What a profile file must hold to be usable. All are decisions of this project, whose format it is. */
enum ProfileFileRequirement implements Requirement {
    /** The file is of a format that is not known. */
    FORMAT("PROF-001"),
    /** The profile's id is not of the form that ids have. */
    PROFILE_ID("PROF-002"),
    /** The profile's id is that of a profile of this library. */
    RESERVED_ID("PROF-003"),
    /** The profile extends one that does not exist. */
    UNKNOWN_BASE("PROF-004"),
    /** An object has a field that is not known. */
    UNKNOWN_FIELD("PROF-005"),
    /** An object lacks a field that it must have. */
    MISSING_FIELD("PROF-006"),
    /** A value that must be an object is something else. */
    OBJECT("PROF-007"),
    /** A value that must be an array is something else, or empty. */
    ARRAY("PROF-008"),
    /** A value that must be a text is something else, empty or repeated. */
    TEXT("PROF-009"),
    /** A value that must be a positive integer is something else. */
    POSITIVE("PROF-010"),
    /** A value is not among the few that are allowed. */
    CONSTANT("PROF-011"),
    /** A path names an element that the metadata model does not have. */
    UNKNOWN_ELEMENT("PROF-012"),
    /** An element has two entries. */
    ELEMENT_TWICE("PROF-013"),
    /** The type of an entry does not fit its element. */
    TYPE("PROF-014"),
    /** An entry limits its element in a way that the element does not allow. */
    LIMIT("PROF-015"),
    /** An entry asks for more than it allows. */
    MIN_ABOVE_MAX("PROF-016"),
    /** A condition is missing, or stands where none belongs. */
    CONDITION("PROF-017"),
    /** A condition is none of those that there are. */
    CONDITION_FORM("PROF-018"),
    /** A constraint has no id by which findings could name it. */
    REQUIREMENT_MISSING("PROF-019"),
    /** An id is given for a constraint that the entry does not have. */
    REQUIREMENT_UNUSED("PROF-020"),
    /** The id of a requirement does not begin with the profile's. */
    REQUIREMENT_ID("PROF-021"),
    /** The id of a requirement is in use already. */
    ID_TAKEN("PROF-022"),
    /** A requirement lacks a sentence in one of the languages. */
    TEXT_MISSING("PROF-023"),
    /** The two languages of a sentence name different values. */
    PLACEHOLDERS("PROF-024"),
    /** A sentence names a value that findings do not give. */
    UNKNOWN_PLACEHOLDER("PROF-025"),
    /** An entry is milder than a requirement of a profile that is extended. */
    MILDER_ENTRY("PROF-026"),
    /** A grade is milder than that of a profile that is extended. */
    MILDER_GRADE("PROF-027"),
    /** A grade is given to a requirement that does not exist. */
    UNKNOWN_GRADE("PROF-028");

    private static final class Texts {
        static final MessageBundle BUNDLE =
                MessageBundle.load("messages", name -> ProfileFileRequirement.class.getResourceAsStream(name));
    }

    private final String id;

    ProfileFileRequirement(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String source() {
        return PROFILE_DECISION;
    }

    @Override
    public String text(TextPart part, Locale locale) {
        return Texts.BUNDLE.text(id, part, locale);
    }
}
