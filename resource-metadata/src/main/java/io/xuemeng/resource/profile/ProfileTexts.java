package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.TextPart;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The templates of a profile's sentences: by constraint and language, with those of the profile it extends behind them. */
final class ProfileTexts {

    private final @Nullable ProfileTexts behind;
    private final Map<String, Map<TextPart, String>> zh = new HashMap<>();
    private final Map<String, Map<TextPart, String>> en = new HashMap<>();

    ProfileTexts(@Nullable ProfileTexts behind) {
        this.behind = behind;
    }

    void put(String key, boolean chinese, Map<TextPart, String> texts) {
        (chinese ? zh : en).put(key, texts);
    }

    private @Nullable String template(String key, boolean chinese, TextPart part) {
        Map<TextPart, String> texts = (chinese ? zh : en).get(key);
        String text = texts == null ? null : texts.get(part);
        return text == null && behind != null ? behind.template(key, chinese, part) : text;
    }

    /**
     * The sentences of a requirement: its own where given, else the templates.
     *
     * @param own what the file says for this requirement
     * @param reason why the element matters, which stands before the template's reason; null when the file does not say
     * @param fixed replaces the placeholders that are the same in every finding
     */
    Map<TextPart, String> sentences(
            String key,
            boolean chinese,
            Map<TextPart, String> own,
            @Nullable String reason,
            UnaryOperator<String> fixed) {
        Map<TextPart, String> sentences = new EnumMap<>(TextPart.class);
        for (TextPart part : TextPart.values()) {
            String text = own.get(part);
            if (text == null && part == TextPart.REASON) {
                text = reason;
            }
            if (text == null) {
                text = template(key, chinese, part);
            }
            if (text != null) {
                sentences.put(part, fixed.apply(text));
            }
        }
        return sentences;
    }

    /** Replaces the placeholders that a constraint fixes. */
    static UnaryOperator<String> fixed(Constraint constraint, String name, boolean chinese) {
        Map<String, String> values = new HashMap<>();
        values.put("{name}", name);
        if (constraint instanceof Constraint.AtLeast least) {
            values.put("{min}", Integer.toString(least.min()));
        } else if (constraint instanceof Constraint.AtMost most) {
            values.put("{max}", Integer.toString(most.max()));
        } else if (constraint instanceof Constraint.MaxLength length) {
            values.put("{max}", Integer.toString(length.max()));
        } else if (constraint instanceof Constraint.FromVocabulary vocabulary) {
            values.put("{allowed}", join(vocabulary.sources(), chinese));
        } else if (constraint instanceof Constraint.OneOf allowed) {
            values.put("{allowed}", join(allowed.values(), chinese));
        } else if (constraint instanceof Constraint.Among among) {
            values.put("{part}", among.part());
            values.put("{allowed}", join(among.values(), chinese));
            values.put("{min}", Integer.toString(among.min()));
            values.put("{max}", Integer.toString(among.max()));
        }
        return text -> {
            String filled = text;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace(value.getKey(), value.getValue());
            }
            return filled;
        };
    }

    /** The placeholders that a finding fills, by constraint. */
    static List<String> filledByFindings(Constraint constraint) {
        if (constraint instanceof Constraint.Required) {
            return List.of();
        }
        if (constraint instanceof Constraint.AtLeast
                || constraint instanceof Constraint.AtMost
                || constraint instanceof Constraint.Among) {
            return List.of("count");
        }
        if (constraint instanceof Constraint.MaxLength) {
            return List.of("length", "value");
        }
        return constraint instanceof Constraint.FromVocabulary ? List.of("value", "source") : List.of("value");
    }

    private static String join(List<String> values, boolean chinese) {
        return String.join(chinese ? "、" : ", ", values);
    }
}
