package io.xuemeng.conformance.audit;

import java.util.Arrays;
import java.util.Optional;

/** What a platform can be. A platform declares its roles and is held to all that the catalogue has for them. */
public enum Role {
    /** Makes packages of resources. */
    PACKAGE_PRODUCER("package-producer"),
    /** Judges packages of resources. */
    PACKAGE_VALIDATOR("package-validator"),
    /** Stores learner records (an xAPI learning record store). */
    LRS("lrs"),
    /** Sends learner records. */
    RECORD_PROVIDER("record-provider"),
    /** Issues identity tokens. */
    ISSUER("issuer"),
    /** Accepts identity tokens. */
    RELYING_PARTY("relying-party"),
    /** Stands between issuers and relying parties of a federation. */
    HUB("hub");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** The name in target files and reports. */
    public String id() {
        return id;
    }

    /** The role of a name. */
    public static Optional<Role> find(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /** The name. */
    @Override
    public String toString() {
        return id;
    }
}
