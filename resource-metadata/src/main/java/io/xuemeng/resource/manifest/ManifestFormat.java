package io.xuemeng.resource.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which packaging standard a manifest follows, as its namespaces show it; where they leave it open, as it says itself.
 * Immutable.
 *
 * @param kind the standard
 * @param version the version of the standard, for example {@code 1.2} or {@code 2004 3rd Edition}; null when unknown
 * @param contentPackagingVersion the version of IMS Content Packaging below it, for example {@code 1.1.2}; null when unknown
 * @param contradictions what the manifest shows that does not fit, as found; empty when everything agrees
 */
public record ManifestFormat(
        Kind kind, @Nullable String version, @Nullable String contentPackagingVersion, List<String> contradictions) {

    /** Nothing is known. */
    public static final ManifestFormat UNKNOWN = new ManifestFormat(Kind.UNKNOWN, null, null, List.of());

    /** The packaging standards that are told apart. */
    public enum Kind {
        /** IMS Content Packaging, GB/T 29809-2013. */
        CONTENT_PACKAGING("IMS CP"),
        /** ADL SCORM 1.2. */
        SCORM_1_2("SCORM"),
        /** ADL SCORM 2004, 2nd to 4th edition. */
        SCORM_2004("SCORM"),
        /** IMS Common Cartridge, GB/T 36347-2018. */
        COMMON_CARTRIDGE("Common Cartridge"),
        /** IMS Thin Common Cartridge: links instead of content. */
        THIN_COMMON_CARTRIDGE("Thin Common Cartridge"),
        /** This project's packages: IMS Content Packaging 1.1.4 with a record of this project's metadata. */
        NATIVE("Xuemeng package"),
        /** None of these. */
        UNKNOWN("unknown manifest");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** A short English name, as reports show it. */
        public String label() {
            return label;
        }
    }

    /** Copies the list. */
    public ManifestFormat {
        contradictions = List.copyOf(contradictions);
    }

    /** Whether it is SCORM in any version. */
    public boolean isScorm() {
        return kind == Kind.SCORM_1_2 || kind == Kind.SCORM_2004;
    }

    /** For example {@code SCORM 1.2 (IMS CP 1.1.2)}, as reports show it. */
    public String label() {
        String label = version == null ? kind.label() : kind.label() + ' ' + version;
        return contentPackagingVersion == null || kind == Kind.CONTENT_PACKAGING
                ? label
                : label + " (IMS CP " + contentPackagingVersion + ')';
    }
}
