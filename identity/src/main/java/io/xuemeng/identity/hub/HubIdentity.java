package io.xuemeng.identity.hub;

import io.xuemeng.identity.token.EducationRole;
import java.util.Optional;

/** What a person is, as the hub writes it ({@code userIdentity}): 0 to 4. */
public enum HubIdentity {
    /** 0: a pupil or student. */
    STUDENT("0", EducationRole.LEARNER),
    /** 1: a teacher. */
    TEACHER("1", EducationRole.TEACHER),
    /** 2: a parent. */
    PARENT("2", EducationRole.GUARDIAN),
    /** 3: staff of an organization. */
    STAFF("3", EducationRole.STAFF),
    /** 4: staff of a school. */
    SCHOOL_STAFF("4", EducationRole.INSTITUTION_STAFF);

    private final String code;
    private final EducationRole role;

    HubIdentity(String code, EducationRole role) {
        this.code = code;
        this.role = role;
    }

    /** The identity with a code; empty when it is none of these. */
    public static Optional<HubIdentity> ofCode(String code) {
        for (HubIdentity identity : values()) {
            if (identity.code.equals(code)) {
                return Optional.of(identity);
            }
        }
        return Optional.empty();
    }

    /** The code. */
    public String code() {
        return code;
    }

    /** The role that tokens of this library say. */
    public EducationRole role() {
        return role;
    }
}
