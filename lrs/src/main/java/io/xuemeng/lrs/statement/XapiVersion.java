package io.xuemeng.lrs.statement;

import java.util.Optional;

/** The versions of xAPI that statements are written in. */
public enum XapiVersion {
    /** xAPI 1.0.3, and with it all of 1.0.x, whose statements are alike. */
    V1_0("1.0", "1.0.3", "1.0.0", "xAPI 1.0.3"),
    /** xAPI 2.0, IEEE 9274.1.1-2023. */
    V2_0("2.0", "2.0.0", "2.0.0", "xAPI 2.0");

    private final String line;
    private final String latest;
    private final String ofStatements;
    private final String edition;

    XapiVersion(String line, String latest, String ofStatements, String edition) {
        this.line = line;
        this.latest = latest;
        this.ofStatements = ofStatements;
        this.edition = edition;
    }

    /**
     * The version that a value of the header {@code X-Experience-API-Version} means: {@code 1.0} and {@code 1.0.} with a number
     * are 1.0.3, {@code 2.0} and {@code 2.0.} with a number are 2.0 (Communication 3.3; IEEE 9274.1.1-2023, 4.1.7).
     *
     * @return empty for everything else
     */
    public static Optional<XapiVersion> ofHeader(String header) {
        for (XapiVersion version : values()) {
            if (version.includes(header)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** Whether a version number, with or without its patch, is of this line. */
    public boolean includes(CharSequence number) {
        int length = line.length();
        if (number.length() < length || !line.contentEquals(number.subSequence(0, length))) {
            return false;
        }
        if (number.length() == length) {
            return true;
        }
        if (number.charAt(length) != '.' || number.length() == length + 1) {
            return false;
        }
        for (int i = length + 1; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** What an LRS writes in the header: the latest patch version, {@code 1.0.3} or {@code 2.0.0}. */
    public String header() {
        return latest;
    }

    /** What an LRS sets as the version of a statement that has none: {@code 1.0.0} or {@code 2.0.0}. */
    public String ofStatements() {
        return ofStatements;
    }

    /** Its name among a requirement's editions. */
    public String edition() {
        return edition;
    }
}
