package io.xuemeng.lrs.statement;

import java.util.Optional;
import java.util.Set;

/**
 * What kind of answer an interaction wants (交互类型).
 *
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#interaction-types">Data 2.4.4.1; IEEE
 *     9274.1.1-2023, 4.2.2.3</a>
 */
public enum InteractionType {
    /** True or false. */
    TRUE_FALSE("true-false"),
    /** One or several of some choices. */
    CHOICE("choice", ComponentList.CHOICES),
    /** A short text. */
    FILL_IN("fill-in"),
    /** A long text. */
    LONG_FILL_IN("long-fill-in"),
    /** Pairs of a source and a target. */
    MATCHING("matching", ComponentList.SOURCE, ComponentList.TARGET),
    /** Steps, each with its response. */
    PERFORMANCE("performance", ComponentList.STEPS),
    /** An order of items. */
    SEQUENCING("sequencing", ComponentList.CHOICES),
    /** A point on a scale. */
    LIKERT("likert", ComponentList.SCALE),
    /** A number or a range. */
    NUMERIC("numeric"),
    /** Anything else. */
    OTHER("other");

    private final String text;
    private final Set<ComponentList> lists;

    InteractionType(String text, ComponentList... lists) {
        this.text = text;
        this.lists = Set.of(lists);
    }

    /** The type with this text, letter case included; empty when there is none. */
    public static Optional<InteractionType> of(CharSequence text) {
        for (InteractionType type : values()) {
            if (type.text.contentEquals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The text in JSON. */
    public String text() {
        return text;
    }

    /** Whether an interaction of this type may have a list of components. */
    public boolean supports(ComponentList list) {
        return lists.contains(list);
    }

    /**
     * Whether a text has the form of a response to an interaction of this type, or of a pattern of correct ones: {@code true} or
     * {@code false}, one id, a number or a range, pairs. Where any list of items will do, every text has it.
     */
    public boolean isResponse(CharSequence response) {
        return ResponsePatterns.fits(this, response);
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
