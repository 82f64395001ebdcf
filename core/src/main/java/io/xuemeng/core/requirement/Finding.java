package io.xuemeng.core.requirement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One place, or many like it, where an input breaks a requirement. It renders in its reader's language, and everything
 * in it is safe to show: texts from the input were cut, made visible and masked when it was made. Immutable.
 */
public final class Finding {

    private final Requirement requirement;
    private final Severity severity;
    private final Location location;
    private final Map<String, Argument> arguments;
    private final long occurrences;
    private final List<Location> examples;

    private Finding(Builder builder) {
        this.requirement = builder.requirement;
        this.severity = builder.severity;
        this.location = builder.location;
        this.arguments = Map.copyOf(builder.arguments);
        this.occurrences = builder.occurrences;
        this.examples = List.copyOf(builder.examples);
    }

    /** A finding about a requirement, with the requirement's own severity unless another is given. */
    public static Builder of(Requirement requirement) {
        return new Builder(requirement);
    }

    /** The requirement that is broken. */
    public Requirement requirement() {
        return requirement;
    }

    /** The requirement's id. */
    public String id() {
        return requirement.id();
    }

    /** The severity, after any re-grading by a profile. */
    public Severity severity() {
        return severity;
    }

    /** Where it was found; for several occurrences, the first of them. */
    public Location location() {
        return location;
    }

    /** The values its sentences name, by placeholder. */
    public Map<String, Argument> arguments() {
        return arguments;
    }

    /** How many places this finding stands for, from 1. */
    public long occurrences() {
        return occurrences;
    }

    /** Some further places, when there are several; never the first, which {@link #location()} gives. */
    public List<Location> examples() {
        return examples;
    }

    /** What is wrong and how to mend it, with the number of places and examples when there are several. */
    public String message(Locale locale) {
        return problem(locale) + (MessageBundle.isChinese(locale) ? "" : " ") + remedy(locale);
    }

    /** What is wrong and what is allowed, with the number of places and examples when there are several. */
    public String problem(Locale locale) {
        String problem = fill(TextPart.PROBLEM, locale);
        return occurrences == 1 ? problem : problem + others(locale);
    }

    /** Why it matters. */
    public String reason(Locale locale) {
        return fill(TextPart.REASON, locale);
    }

    /** How to mend it. */
    public String remedy(Locale locale) {
        return fill(TextPart.REMEDY, locale);
    }

    private String others(Locale locale) {
        boolean chinese = MessageBundle.isChinese(locale);
        String places =
                new Argument.Texts(examples.stream().map(Location::toString).toList()).render(locale);
        long more = occurrences - 1;
        if (chinese) {
            return "（另有 " + more + " 处" + (places.isEmpty() ? "" : "，例如：" + places) + "）";
        }
        return " (and " + more + " more" + (places.isEmpty() ? "" : ", for example: " + places) + ")";
    }

    private String fill(TextPart part, Locale locale) {
        String template = requirement.text(part, locale);
        if (template.indexOf('{') < 0) {
            return template;
        }
        StringBuilder out = new StringBuilder(template.length() + 64);
        int from = 0;
        while (true) {
            int open = template.indexOf('{', from);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                return out.append(template, from, template.length()).toString();
            }
            Argument argument = arguments.get(template.substring(open + 1, close));
            out.append(template, from, open)
                    .append(argument == null ? template.substring(open, close + 1) : argument.render(locale));
            from = close + 1;
        }
    }

    /** {@code ZIP-007 ERROR content/a.html}: without arguments, so without anything the input said. */
    @Override
    public String toString() {
        return id() + ' ' + severity + ' ' + location;
    }

    /** Builds a finding. Not thread-safe. */
    public static final class Builder {

        private final Requirement requirement;
        private Severity severity;
        private Location location = Location.unknown();
        private final Map<String, Argument> arguments = new LinkedHashMap<>();
        private long occurrences = 1;
        private final List<Location> examples = new ArrayList<>();

        private Builder(Requirement requirement) {
            this.requirement = requirement;
            this.severity = requirement.severity();
        }

        /** Re-grades the finding. */
        public Builder severity(Severity value) {
            this.severity = value;
            return this;
        }

        /** Where it was found; the input as a whole unless given. */
        public Builder at(Location value) {
            this.location = value;
            return this;
        }

        /** A text argument; it is made safe to show. */
        public Builder with(String name, String value) {
            arguments.put(name, new Argument.Text(value));
            return this;
        }

        /** A number argument, in the unit that the sentence names. */
        public Builder with(String name, long value) {
            arguments.put(name, new Argument.Quantity(value));
            return this;
        }

        /** An argument of several texts, such as the allowed values; they are made safe to show. */
        public Builder with(String name, Collection<String> values) {
            arguments.put(name, new Argument.Texts(List.copyOf(values)));
            return this;
        }

        /** An argument that was made before. */
        public Builder with(String name, Argument value) {
            arguments.put(name, value);
            return this;
        }

        /** How many places it stands for, and some of the further ones. */
        public Builder occurrences(long count, List<Location> further) {
            if (count < 1 || further.size() >= count) {
                throw new IllegalArgumentException(
                        "a finding with " + further.size() + " further examples cannot have " + count + " occurrences");
            }
            this.occurrences = count;
            this.examples.clear();
            this.examples.addAll(further);
            return this;
        }

        /** The finding. */
        public Finding build() {
            return new Finding(this);
        }
    }
}
