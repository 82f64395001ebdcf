package io.xuemeng.core.requirement;

import java.util.Locale;
import java.util.Set;

/**
 * One checkable sentence of a standard. Ids are stable for ever and never reused. Rules in code are enums, one per id
 * family; rules of a profile are defined by the profile's file. Implementations are immutable and thread-safe.
 */
public interface Requirement {

    /** The source of a rule that no published standard states: a decision of this project's own written profile. */
    String PROFILE_DECISION = "profile decision";

    /** The id, for example {@code ZIP-007}. */
    String id();

    /** How strongly the source asks for it. */
    Level level();

    /** The severity of a finding about it, unless a profile re-grades it. */
    Severity severity();

    /** Document and clause, for example {@code "APPNOTE 6.3.10, 4.3.16"}, or {@link #PROFILE_DECISION}. */
    String source();

    /**
     * The same for readers of a language: documents keep their names, the words for a decision of this project's own profile are
     * Chinese for every locale whose language is {@code zh}, English for all others.
     */
    default String source(Locale locale) {
        return source(source(), locale);
    }

    /** A {@link #source()} for readers of a language, see {@link #source(Locale)}. */
    static String source(String source, Locale locale) {
        return MessageBundle.isChinese(locale) ? source.replace(PROFILE_DECISION, "规范自定") : source;
    }

    /** The editions of the source that it applies to; empty means all. */
    default Set<String> editions() {
        return Set.of();
    }

    /**
     * Whether findings about many places are one line with a count and examples from the first on. Otherwise the first
     * places are listed one by one, and only the rest is counted (see {@link FindingCollector}).
     */
    default boolean grouped() {
        return false;
    }

    /**
     * One of the requirement's sentences with its placeholders unfilled. Chinese for every locale whose language is
     * {@code zh}, English for all others.
     */
    String text(TextPart part, Locale locale);
}
