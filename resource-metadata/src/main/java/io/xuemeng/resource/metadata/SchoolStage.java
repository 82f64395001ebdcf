package io.xuemeng.resource.metadata;

/** A school stage (学段), as the national platform's tag dimension {@code zxxxd} names it. */
public enum SchoolStage {
    /** 小学. */
    PRIMARY("小学"),
    /** 小学（五•四学制）: five years of primary school. */
    PRIMARY_FIVE_YEARS("小学（五•四学制）"),
    /** 初中. */
    JUNIOR_SECONDARY("初中"),
    /** 初中（五•四学制）: four years of junior secondary school. */
    JUNIOR_SECONDARY_FOUR_YEARS("初中（五•四学制）"),
    /** 高中. */
    SENIOR_SECONDARY("高中"),
    /** 特殊教育. */
    SPECIAL_EDUCATION("特殊教育");

    private final VocabularyTerm term;

    SchoolStage(String name) {
        this.term = VocabularyTerm.of(VocabularyTerm.STAGE, name);
    }

    /** The stage as a metadata value. */
    public VocabularyTerm term() {
        return term;
    }
}
