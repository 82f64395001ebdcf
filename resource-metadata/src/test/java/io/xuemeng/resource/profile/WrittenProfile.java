package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.resource.element.ElementPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the profiles as documents for readers, in Chinese and in English: {@code docs/profile/<id>.<language>.md}. */
final class WrittenProfile {

    static final Path FOLDER = Path.of("../docs/profile");

    private static final List<String> ZH = List.of(
            "本文件由 `%s.json` 生成，请勿手工修改。",
            "版本",
            "扩展自",
            "元素",
            "路径",
            "名称",
            "编号",
            "约束",
            "次数",
            "类型",
            "长度",
            "取值",
            "依据",
            "要求",
            "标识",
            "程度",
            "严重性",
            "违反时",
            "原因",
            "改法",
            "对其他要求的分级",
            "M 必备，O 可选，C 条件必备。上级元素不存在时，不要求下级元素。");
    private static final List<String> EN = List.of(
            "Generated from `%s.json`; do not edit.",
            "Version",
            "extends",
            "Elements",
            "Path",
            "Name",
            "Number",
            "Obligation",
            "Occurs",
            "Type",
            "Length",
            "Values",
            "Source",
            "Requirements",
            "Id",
            "Level",
            "Severity",
            "When broken",
            "Why",
            "Remedy",
            "Grades of other requirements",
            "M mandatory, O optional, C conditional. Where an element's parent is absent, nothing below it is asked for.");

    private final MetadataProfile profile;
    private final Locale locale;
    private final List<String> words;
    private final StringBuilder out = new StringBuilder();

    private WrittenProfile(MetadataProfile profile, Locale locale) {
        this.profile = profile;
        this.locale = locale;
        this.words = locale.getLanguage().equals("zh") ? ZH : EN;
    }

    /** Writes all documents again. */
    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        for (String id : MetadataProfile.bundledIds()) {
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                Files.writeString(file(id, locale), text(MetadataProfile.bundled(id), locale));
            }
        }
    }

    static Path file(String id, Locale locale) {
        return FOLDER.resolve(id + '.' + locale.toLanguageTag() + ".md");
    }

    static String text(MetadataProfile profile, Locale locale) {
        return new WrittenProfile(profile, locale).write();
    }

    private String write() {
        line("# " + profile.title(locale));
        line("");
        line("<!-- " + words.get(0).formatted(profile.id()) + " -->");
        line("");
        line("`" + profile.id() + "`, " + words.get(1) + " " + profile.version()
                + profile.base()
                        .map(base -> ", " + words.get(2) + " [`" + base.id() + "`](" + base.id() + '.'
                                + locale.toLanguageTag() + ".md)")
                        .orElse(""));
        line("");
        line("## " + words.get(3));
        line("");
        line(words.get(21));
        line("");
        row(words.subList(4, 13));
        line("|" + "---|".repeat(9));
        profile.elements().forEach(this::element);
        line("");
        line("## " + words.get(13));
        line("");
        row(List.of(
                words.get(14),
                words.get(4),
                words.get(15),
                words.get(16),
                words.get(17),
                words.get(18),
                words.get(19),
                words.get(12)));
        line("|" + "---|".repeat(8));
        profile.elements().stream()
                .flatMap(element -> element.requirements().stream())
                .forEach(this::requirement);
        if (!profile.grades().isEmpty()) {
            line("");
            line("## " + words.get(20));
            line("");
            row(List.of(words.get(14), words.get(16)));
            line("|---|---|");
            profile.grades().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(grade ->
                            row(List.of(grade.getKey(), grade.getValue().name())));
        }
        return out.toString();
    }

    private void element(ProfileElement element) {
        boolean repeats = ElementPaths.all().get(element.path()).repeatable();
        String max = !repeats ? "1" : element.max() == Integer.MAX_VALUE ? "n" : Integer.toString(element.max());
        int least = element.obligation() == Obligation.MANDATORY ? 1 : 0;
        row(List.of(
                '`' + element.path() + '`',
                element.name(locale),
                element.number() == null ? "" : element.number(),
                element.obligation().code() + condition(element.condition()),
                Math.max(least, element.min()) + "–" + max,
                element.type() == null ? "" : element.type(),
                element.maxLength() == Integer.MAX_VALUE ? "" : Integer.toString(element.maxLength()),
                element.vocabulary().isEmpty()
                        ? String.join(", ", element.values())
                        : String.join(", ", element.vocabulary()),
                Requirement.source(element.source(), locale)));
    }

    private static String condition(Condition condition) {
        if (condition instanceof Condition.Present present) {
            return ": `" + present.path() + "`";
        }
        if (condition instanceof Condition.Absent absent) {
            return ": not `" + absent.path() + "`";
        }
        return condition instanceof Condition.OneOf oneOf ? ": `" + oneOf.path() + "` = " + oneOf.values() : "";
    }

    private void requirement(ProfileRequirement requirement) {
        row(List.of(
                requirement.id(),
                '`' + requirement.element() + '`',
                requirement.level().name(),
                requirement.severity().name(),
                requirement.text(TextPart.PROBLEM, locale),
                requirement.text(TextPart.REASON, locale),
                requirement.text(TextPart.REMEDY, locale),
                requirement.source(locale)));
    }

    private void row(List<String> cells) {
        line(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
