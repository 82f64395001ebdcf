package io.xuemeng.resource.document;

/** The forms in which a metadata record is written. */
public enum MetadataForm {
    /** XML in the namespace {@code http://ltsc.ieee.org/xsd/LOM}, as this library writes it. */
    LOM_XML("LOM XML"),
    /** XML in one of the other LOM namespaces found in manifests: IMS MD 1.1 to 1.3, SCORM 1.2, Common Cartridge. */
    LOM_XML_OTHER("LOM XML (other spelling)"),
    /** This library's JSON form. */
    JSON("JSON"),
    /** The national platform's JSON. */
    NATIONAL_PLATFORM_JSON("national platform JSON"),
    /** A record that was built in memory. */
    BUILT("built");

    private final String label;

    MetadataForm(String label) {
        this.label = label;
    }

    /** A short English name, as reports show it. */
    public String label() {
        return label;
    }
}
