package io.xuemeng.core.requirement;

import java.util.Locale;

/** A requirement in code: a constant of an enum, whose texts stand in the message files beside it. */
public interface CodedRequirement extends Requirement {

    /** What is fixed of it. */
    Rule rule();

    /** The texts of its family, under its id. */
    MessageBundle texts();

    @Override
    default String id() {
        return rule().id();
    }

    @Override
    default Level level() {
        return rule().level();
    }

    @Override
    default Severity severity() {
        return rule().severity();
    }

    @Override
    default String source() {
        return rule().source();
    }

    @Override
    default boolean grouped() {
        return rule().grouped();
    }

    @Override
    default String text(TextPart part, Locale locale) {
        return texts().text(id(), part, locale);
    }
}
