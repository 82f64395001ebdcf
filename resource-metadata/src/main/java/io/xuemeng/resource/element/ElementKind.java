package io.xuemeng.resource.element;

/** What an element holds. */
public enum ElementKind {
    /** A {@link String}. */
    TEXT,
    /** A {@link io.xuemeng.resource.metadata.MultilingualText}. */
    MULTILINGUAL,
    /** A {@link io.xuemeng.resource.metadata.VocabularyTerm}. */
    VOCABULARY,
    /** A {@link io.xuemeng.resource.metadata.DateTimeText}. */
    DATE_TIME,
    /** A {@link io.xuemeng.resource.metadata.DurationText}. */
    DURATION,
    /** A record with elements of its own. */
    COMPOSITE
}
