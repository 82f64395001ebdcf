package io.xuemeng.resource.validation;

import io.xuemeng.resource.element.Element;

/**
 * An element with everything that is asked of it, looked up once. The tree of these stands beside the tree of elements, so
 * that checking a record looks nothing up by name. Immutable after it was built.
 */
final class CompiledElement {

    private static final CompiledElement[] NOTHING = {};

    final Element element;
    /** Without positions, for example {@code general.title}. */
    final String path;

    final CompiledElement[] below;
    final RequiredRule[] required;
    final CountRule[] counts;
    final LengthRule[] lengths;
    final ValueRule[] values;
    final AmongRule[] among;
    final TextRule textRule;
    /** The label of generated content has fields that are there and empty; {@link AigcCheck} judges them. */
    final boolean mayBeEmpty;

    final TermCheck termCheck;

    CompiledElement(
            Element element,
            String path,
            CompiledElement[] below,
            RequiredRule[] required,
            CountRule[] counts,
            LengthRule[] lengths,
            ValueRule[] values,
            AmongRule[] among,
            TextRule textRule,
            TermCheck termCheck) {
        this.element = element;
        this.path = path;
        this.below = below.length == 0 ? NOTHING : below;
        this.required = required;
        this.counts = counts;
        this.lengths = lengths;
        this.values = values;
        this.among = among;
        this.textRule = textRule;
        this.termCheck = termCheck;
        this.mayBeEmpty = path.startsWith("aigc.");
    }
}
