package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.TextPart;
import java.util.Locale;
import java.util.Map;

/** A requirement that a profile file defines, with the file's texts. Immutable. */
public final class ProfileRequirement implements Requirement {

    private final String id;
    private final Level level;
    private final Severity severity;
    private final String source;
    private final String element;
    private final Constraint constraint;
    private final Map<TextPart, String> zh;
    private final Map<TextPart, String> en;

    ProfileRequirement(
            String id,
            Level level,
            Severity severity,
            String source,
            String element,
            Constraint constraint,
            Map<TextPart, String> zh,
            Map<TextPart, String> en) {
        this.id = id;
        this.level = level;
        this.severity = severity;
        this.source = source;
        this.element = element;
        this.constraint = constraint;
        this.zh = Map.copyOf(zh);
        this.en = Map.copyOf(en);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Level level() {
        return level;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String source() {
        return source;
    }

    /** The element it is about, as a path without positions such as {@code general.title}. */
    public String element() {
        return element;
    }

    /** What it asks of the element. */
    public Constraint constraint() {
        return constraint;
    }

    @Override
    public String text(TextPart part, Locale locale) {
        String text = (locale.getLanguage().equals("zh") ? zh : en).get(part);
        if (text == null) {
            throw new IllegalStateException("the requirement " + id + " has no text for " + part);
        }
        return text;
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }
}
