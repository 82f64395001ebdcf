package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.TextPart;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts of a profile file, which come in Chinese and English. */
final class ProfileSentences {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)\\}");

    private ProfileSentences() {}

    /** {@code {"zh": …, "en": …}}: the Chinese text and the English one, empty where one is missing. */
    static String[] bilingual(ProfileProblems problems, ProfileNode node) {
        String[] texts = {"", ""};
        if (problems.object(node, "zh", "en")) {
            String zh = problems.requiredText(node, "zh");
            String en = problems.requiredText(node, "en");
            texts[0] = zh == null ? "" : zh;
            texts[1] = en == null ? "" : en;
        }
        return texts;
    }

    /** {@code {"zh": {"problem": …, "reason": …, "remedy": …}, "en": …}}: the parts given, by whether they are Chinese. */
    static Map<Boolean, Map<TextPart, String>> read(ProfileProblems problems, ProfileNode node) {
        Map<Boolean, Map<TextPart, String>> sentences = new HashMap<>();
        if (!problems.object(node, "zh", "en")) {
            return sentences;
        }
        node.fields.forEach((language, parts) -> {
            Map<TextPart, String> texts = new EnumMap<>(TextPart.class);
            if (problems.object(parts, "problem", "reason", "remedy")) {
                for (TextPart part : TextPart.values()) {
                    String text = problems.text(parts, part.key());
                    if (text != null) {
                        texts.put(part, text);
                    }
                }
            }
            sentences.put(language.equals("zh"), texts);
        });
        return sentences;
    }

    /** Reports sentences that are missing, or that name a value that findings of the constraint do not give. */
    static void check(
            ProfileProblems problems,
            ProfileNode node,
            Constraint constraint,
            Map<TextPart, String> zh,
            Map<TextPart, String> en) {
        List<String> allowed = ProfileTexts.filledByFindings(constraint);
        for (TextPart part : TextPart.values()) {
            String chinese = zh.get(part);
            String english = en.get(part);
            if (chinese == null || english == null) {
                problems.add(
                        node,
                        Finding.of(ProfileFileRequirement.TEXT_MISSING)
                                .with("part", part.key())
                                .with("language", chinese == null ? "zh" : "en")
                                .with("field", constraint.key()));
                continue;
            }
            Set<String> names = placeholders(chinese);
            if (!names.equals(placeholders(english))) {
                problems.add(
                        node,
                        Finding.of(ProfileFileRequirement.PLACEHOLDERS)
                                .with("part", part.key())
                                .with("chinese", names)
                                .with("english", placeholders(english)));
            }
            names.removeAll(allowed);
            if (!names.isEmpty()) {
                problems.add(
                        node,
                        Finding.of(ProfileFileRequirement.UNKNOWN_PLACEHOLDER)
                                .with("part", part.key())
                                .with("value", names)
                                .with("allowed", allowed));
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
