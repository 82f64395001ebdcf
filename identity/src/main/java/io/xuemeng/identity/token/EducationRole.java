package io.xuemeng.identity.token;

import java.util.Optional;

/** What a person is in the education system ({@code edu_role}): 身份. */
public enum EducationRole {
    /** A pupil or student: 学生. */
    LEARNER("learner"),
    /** A teacher: 教师. */
    TEACHER("teacher"),
    /** A parent or guardian: 家长. */
    GUARDIAN("guardian"),
    /** Somebody who works for an education authority or another organization: 机构人员. */
    STAFF("staff"),
    /** Somebody who works for a school without teaching: 学校工作人员. */
    INSTITUTION_STAFF("institution_staff");

    private final String claim;

    EducationRole(String claim) {
        this.claim = claim;
    }

    /** The role as {@code edu_role} writes it. */
    public String claim() {
        return claim;
    }

    /** The role that a claim means, exactly; empty when it means none. */
    public static Optional<EducationRole> ofClaim(String claim) {
        for (EducationRole role : values()) {
            if (role.claim.equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
