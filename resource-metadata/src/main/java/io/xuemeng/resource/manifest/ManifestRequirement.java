package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/**
 * What a package's manifest must keep. Whether digests of the files and signatures over the manifest agree with the content is
 * not judged here; that belongs to signatures.
 */
public enum ManifestRequirement implements CodedRequirement {
    /** The package has a manifest. */
    MANIFEST_PRESENT("MAN-001", Level.MUST, Severity.ERROR, Text.CP + "Package"),
    /** The manifest stands at the root, not in a folder that holds everything. */
    MANIFEST_AT_ROOT("MAN-002", Level.MUST, Severity.ERROR, Text.CP + "Package"),
    /** The manifest's name is {@code imsmanifest.xml}, in lower case. */
    MANIFEST_NAME("MAN-003", Level.MUST, Severity.ERROR, Text.CP + "Package"),
    /** There is no second file of that name. */
    ONE_MANIFEST("MAN-004", Level.SHOULD, Severity.WARNING, Text.DECISION),
    /** A manifest within the manifest is legal, and not every system reads it. */
    NO_NESTED_MANIFEST("MAN-005", Level.MAY, Severity.INFO, Text.DECISION),
    /** How many manifests are read. */
    MANIFEST_COUNT("MAN-006", Level.MUST, Severity.ERROR, Text.DECISION),
    /** The root element is {@code manifest}. */
    MANIFEST_ROOT("MAN-007", Level.MUST, Severity.ERROR, Text.CP + "Manifest"),
    /** How many items, resources, files and records of a manifest are read. */
    MANIFEST_SIZE("MAN-008", Level.MUST, Severity.ERROR, Text.DECISION),
    /** Validation of the package ends within the time allowed. */
    TIME_ALLOWED("MAN-009", Level.MUST, Severity.FATAL, Text.DECISION),

    /** A file that the manifest names is in the package. */
    TARGET_PRESENT("MAN-010", Level.MUST, Severity.ERROR, Text.CP + "File"),
    /** It is there under exactly the name that the manifest gives. */
    TARGET_CASE("MAN-011", Level.MUST, Severity.ERROR, Text.CP + "File"),
    /** An address is percent-encoded as URIs are. */
    PERCENT_ENCODING("MAN-012", Level.MUST, Severity.WARNING, "RFC 3986, 2.1"),
    /** The address of a file has no query and no fragment. */
    NO_QUERY("MAN-013", Level.SHOULD, Severity.WARNING, Text.DECISION),
    /** An address does not begin with a slash. */
    NO_LEADING_SLASH("MAN-014", Level.MUST, Severity.WARNING, Text.CP + "File"),
    /** An address is separated by slashes, not backslashes. */
    NO_BACKSLASH("MAN-015", Level.MUST, Severity.WARNING, "RFC 3986, 3.3"),
    /** An address does not leave the package. */
    WITHIN_PACKAGE("MAN-016", Level.MUST, Severity.ERROR, Text.DECISION),
    /** Content on the web is legal, and nobody can check it with the package. */
    CONTENT_IN_PACKAGE("MAN-017", Level.MAY, Severity.INFO, Text.DECISION, true),
    /** An address is not one that works on one computer only. */
    NO_LOCAL_ADDRESS("MAN-018", Level.MUST, Severity.ERROR, Text.DECISION),
    /** An address is not empty. */
    ADDRESS_PRESENT("MAN-019", Level.MUST, Severity.WARNING, Text.CP + "File"),
    /** Every file of the package is declared in the manifest. */
    DECLARED("MAN-020", Level.SHOULD, Severity.INFO, Text.CP + "File", true),
    /** A resource declares a file once. */
    DECLARED_ONCE("MAN-021", Level.SHOULD, Severity.INFO, Text.DECISION, true),
    /** A base address ends with a slash. */
    BASE_ENDS_WITH_SLASH("MAN-022", Level.MUST, Severity.WARNING, "XML Base, 4; RFC 3986, 5.2.3"),

    /** An item refers to a resource that is there. */
    ITEM_REFERENCE("MAN-030", Level.MUST, Severity.ERROR, Text.CP + "Item"),
    /** The default organization is there. */
    DEFAULT_ORGANIZATION("MAN-031", Level.MUST, Severity.ERROR, Text.CP + "Organizations"),
    /** A dependency refers to a resource that is there. */
    DEPENDENCY_REFERENCE("MAN-032", Level.MUST, Severity.ERROR, Text.CP + "Dependency"),
    /** Resources do not depend on each other in a circle. */
    NO_DEPENDENCY_CYCLE("MAN-033", Level.SHOULD, Severity.WARNING, Text.DECISION),

    /** No identifier is given twice. */
    UNIQUE_IDENTIFIER("MAN-040", Level.MUST, Severity.ERROR, "XML 1.0 (Fifth Edition), 3.3.1, ID"),
    /** An identifier is an NCName. */
    IDENTIFIER_SYNTAX("MAN-041", Level.MUST, Severity.WARNING, "XML Schema 1.0 Part 2, 3.3.8 ID", true),
    /** Manifest, organization, item and resource have identifiers. */
    IDENTIFIER_PRESENT("MAN-042", Level.MUST, Severity.WARNING, Text.CP + "Manifest"),

    /** The schema is one that is known. */
    KNOWN_SCHEMA("MAN-050", Level.SHOULD, Severity.WARNING, Text.DECISION),
    /** The manifest says which schema and version it follows. */
    SCHEMA_VERSION_PRESENT(
            "MAN-051", Level.SHOULD, Severity.WARNING, "SCORM 2004 4th Edition CAM 1.1, 3.4.1.3, 3.4.1.4"),
    /** The version is one that the schema has. */
    KNOWN_SCHEMA_VERSION("MAN-052", Level.MUST, Severity.WARNING, "SCORM 2004 4th Edition CAM 1.1, 3.4.1.4"),
    /** What the manifest says and what its namespaces show agree. */
    CONSISTENT_VERSION("MAN-053", Level.SHOULD, Severity.WARNING, Text.DECISION),
    /** {@code xsi:schemaLocation} has pairs. */
    SCHEMA_LOCATION_PAIRS("MAN-054", Level.MUST, Severity.WARNING, "XML Schema 1.0 Part 1, 4.3.2"),
    /** {@code xsi:schemaLocation} names namespaces that the manifest uses; one finding for a manifest. */
    SCHEMA_LOCATION_USED("MAN-055", Level.MAY, Severity.INFO, Text.DECISION),
    /** Schemas that {@code xsi:schemaLocation} points at are in the package; one finding for a manifest. */
    SCHEMA_PRESENT("MAN-056", Level.SHOULD, Severity.INFO, Text.DECISION),
    /** Schemas on the web are never fetched; one finding for a manifest. */
    SCHEMA_LOCAL("MAN-057", Level.MAY, Severity.INFO, Text.DECISION),
    /** A namespace is not a mistyped known one. */
    NAMESPACE_SPELLING("MAN-058", Level.MUST, Severity.WARNING, "Namespaces in XML 1.0 (Third Edition), 2.3"),
    /** The manifest's own namespace is one of a packaging standard. */
    KNOWN_ROOT_NAMESPACE("MAN-059", Level.MUST, Severity.WARNING, Text.CP_BINDING),

    /** Elements of the packaging namespace are those of the standard, where it has them. */
    KNOWN_ELEMENT("MAN-060", Level.MUST, Severity.WARNING, Text.CP_BINDING),
    /** Elements of other namespaces are legal; these are of one that is not known. */
    KNOWN_EXTENSION("MAN-061", Level.MAY, Severity.INFO, Text.DECISION, true),
    /** An element that occurs once does not occur twice. */
    SINGLE_ELEMENT("MAN-062", Level.MUST, Severity.WARNING, Text.CP_BINDING),
    /** The parts of a manifest that must be there are there. */
    MANDATORY_ELEMENT("MAN-063", Level.MUST, Severity.WARNING, Text.CP_BINDING),

    /** A SCORM resource says whether it is a SCO or an asset. */
    SCORM_TYPE_PRESENT("MAN-070", Level.MUST, Severity.WARNING, Text.CAM),
    /** {@code scormType} in 2004 and {@code scormtype} in 1.2, in SCORM's namespace. */
    SCORM_TYPE_NAME("MAN-071", Level.MUST, Severity.WARNING, Text.CAM),
    /** It is {@code sco} or {@code asset}. */
    SCORM_TYPE_VALUE("MAN-072", Level.MUST, Severity.WARNING, Text.CAM),
    /** A SCO has an address to launch. */
    SCO_ADDRESS("MAN-073", Level.MUST, Severity.ERROR, Text.CAM);

    private static final class Text {
        static final String DECISION = PROFILE_DECISION;
        static final String CP = "IMS Content Packaging 1.1.4 (GB/T 29809-2013), Information Model, ";
        static final String CP_BINDING = "IMS Content Packaging 1.1.4 (GB/T 29809-2013), XML Binding";
        static final String CAM = "SCORM 2004 4th Edition CAM 1.1, 3.4.1, resource; SCORM 1.2 CAM, 2.3, resource";

        private Text() {}
    }

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> ManifestRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    ManifestRequirement(String id, Level level, Severity severity, String source) {
        this(id, level, severity, source, false);
    }

    ManifestRequirement(String id, Level level, Severity severity, String source, boolean grouped) {
        this.rule = new Rule(id, level, severity, source, grouped);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return MESSAGES;
    }
}
