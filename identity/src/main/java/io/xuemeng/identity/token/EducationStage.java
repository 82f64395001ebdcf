package io.xuemeng.identity.token;

import java.util.Optional;

/** The stage of schooling that a person learns or works in ({@code edu_stage}): 学段. The values are this project's own. */
public enum EducationStage {
    /** 学前. */
    PRESCHOOL("preschool"),
    /** 小学. */
    PRIMARY("primary"),
    /** 初中. */
    JUNIOR_SECONDARY("junior_secondary"),
    /** 高中. */
    SENIOR_SECONDARY("senior_secondary"),
    /** 中等职业教育. */
    SECONDARY_VOCATIONAL("secondary_vocational"),
    /** 高等教育. */
    HIGHER("higher"),
    /** 特殊教育. */
    SPECIAL("special");

    private final String claim;

    EducationStage(String claim) {
        this.claim = claim;
    }

    /** The stage as {@code edu_stage} writes it. */
    public String claim() {
        return claim;
    }

    /** The stage that a claim means, exactly; empty when it means none. */
    public static Optional<EducationStage> ofClaim(String claim) {
        for (EducationStage stage : values()) {
            if (stage.claim.equals(claim)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
