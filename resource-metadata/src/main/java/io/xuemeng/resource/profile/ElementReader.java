package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.element.ElementPaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a profile file's {@code elements}, one after the other. */
final class ElementReader {

    private static final String[] FIELDS = {
        "path",
        "name",
        "number",
        "obligation",
        "condition",
        "min",
        "max",
        "type",
        "maxLength",
        "vocabulary",
        "values",
        "among",
        "source",
        "reason",
        "level",
        "severity",
        "requirements"
    };
    private static final Set<String> TYPES =
            Set.of("composite", "string", "language", "integer", "number", "date", "duration", "uri", "term", "vcard");

    private final ProfileProblems problems;
    private final String profileId;
    private final Pattern ids;
    private final @Nullable MetadataProfile base;
    private final ProfileTexts texts;
    private final Tightening tightening;
    private final Set<String> usedPaths = new HashSet<>();
    private final Set<String> usedIds = new HashSet<>();

    ElementReader(ProfileProblems problems, String profileId, @Nullable MetadataProfile base, ProfileTexts texts) {
        this.problems = problems;
        this.profileId = profileId;
        this.ids = Pattern.compile(Pattern.quote(profileId) + "-\\d{3}");
        this.base = base;
        this.texts = texts;
        this.tightening = new Tightening(problems, base);
    }

    @Nullable
    ProfileElement read(ProfileNode node) {
        if (!problems.object(node, FIELDS)) {
            return null;
        }
        String path = problems.requiredText(node, "path");
        if (path == null) {
            return null;
        }
        Element element = ElementPaths.find(path);
        if (element == null) {
            problems.add(
                    node.at("path"),
                    Finding.of(ProfileFileRequirement.UNKNOWN_ELEMENT).with("path", path));
            return null;
        }
        if (!usedPaths.add(path)) {
            problems.add(
                    node.at("path"),
                    Finding.of(ProfileFileRequirement.ELEMENT_TWICE).with("path", path));
        }
        String[] name = name(node, path);
        Obligation obligation = obligation(node, path);
        Condition condition = ConditionReader.read(problems, node, obligation);
        int min = problems.positive(node, "min", 0);
        int max = problems.positive(node, "max", Integer.MAX_VALUE);
        int maxLength = problems.positive(node, "maxLength", Integer.MAX_VALUE);
        List<String> vocabulary = problems.texts(node, "vocabulary");
        List<String> values = problems.texts(node, "values");
        checkFit(node, element, path, min, max, vocabulary, values);
        String source = problems.text(node, "source");
        List<Constraint> constraints = new ArrayList<>();
        if (obligation != Obligation.OPTIONAL) {
            constraints.add(new Constraint.Required(condition));
        }
        if (min > 0) {
            constraints.add(new Constraint.AtLeast(min));
        }
        if (max != Integer.MAX_VALUE && element.repeatable()) {
            constraints.add(new Constraint.AtMost(max));
        }
        if (maxLength != Integer.MAX_VALUE) {
            constraints.add(new Constraint.MaxLength(maxLength));
        }
        if (!vocabulary.isEmpty()) {
            constraints.add(new Constraint.FromVocabulary(vocabulary));
        }
        if (!values.isEmpty()) {
            constraints.add(new Constraint.OneOf(values));
        }
        List<ProfileRequirement> requirements = new ArrayList<>();
        ProfileNode given = node.get("requirements");
        for (Constraint constraint : constraints) {
            ProfileNode spec = given == null ? null : given.get(constraint.key());
            if (spec == null) {
                problems.add(
                        given == null ? node : given,
                        Finding.of(ProfileFileRequirement.REQUIREMENT_MISSING)
                                .with("path", path)
                                .with("field", constraint.key()));
            } else {
                add(requirements, requirement(node, spec, path, name, constraint, source));
            }
            tightening.check(node, path, constraint);
        }
        if (given != null && problems.object(given, "obligation", "min", "max", "maxLength", "vocabulary", "values")) {
            given.fields.forEach((key, spec) -> {
                if (constraints.stream()
                        .noneMatch(constraint -> constraint.key().equals(key))) {
                    problems.add(
                            spec,
                            Finding.of(ProfileFileRequirement.REQUIREMENT_UNUSED)
                                    .with("field", key));
                }
            });
        }
        among(node, element, path, name, source, requirements);
        return new ProfileElement(
                path,
                name[0],
                name[1],
                problems.text(node, "number"),
                obligation,
                condition,
                min,
                max,
                type(node, element, path),
                maxLength,
                vocabulary,
                values,
                source == null ? Requirement.PROFILE_DECISION : source,
                requirements);
    }

    private static void add(List<ProfileRequirement> requirements, @Nullable ProfileRequirement requirement) {
        if (requirement != null) {
            requirements.add(requirement);
        }
    }

    /** The names given, or those that a profile behind this one gives. */
    private String[] name(ProfileNode node, String path) {
        ProfileNode given = node.get("name");
        if (given != null) {
            return ProfileSentences.bilingual(problems, given);
        }
        for (MetadataProfile profile = base;
                profile != null;
                profile = profile.base().orElse(null)) {
            for (ProfileElement element : profile.elements()) {
                if (element.path().equals(path)) {
                    return new String[] {element.nameZh(), element.nameEn()};
                }
            }
        }
        problems.add(node, Finding.of(ProfileFileRequirement.MISSING_FIELD).with("field", "name"));
        return new String[] {path, path};
    }

    private Obligation obligation(ProfileNode node, String path) {
        String code = problems.requiredText(node, "obligation");
        for (Obligation obligation : Obligation.values()) {
            if (obligation.code().equals(code)) {
                tightening.check(node, path, obligation);
                return obligation;
            }
        }
        if (code != null) {
            problems.add(
                    node.at("obligation"),
                    Finding.of(ProfileFileRequirement.CONSTANT).with("allowed", List.of("M", "O", "C")));
        }
        return Obligation.OPTIONAL;
    }

    private @Nullable String type(ProfileNode node, Element element, String path) {
        String type = problems.text(node, "type");
        if (type == null) {
            return null;
        }
        boolean fits = switch (element.kind()) {
            case COMPOSITE -> type.equals("composite");
            case DATE_TIME -> type.equals("date");
            case DURATION -> type.equals("duration");
            case VOCABULARY -> type.equals("term") || type.equals("string");
            case MULTILINGUAL -> type.equals("string");
            case TEXT -> !Set.of("composite", "date", "duration", "term").contains(type);
        };
        if (!TYPES.contains(type) || !fits) {
            problems.add(
                    node.at("type"),
                    Finding.of(ProfileFileRequirement.TYPE).with("value", type).with("path", path));
        }
        return type;
    }

    private void checkFit(
            ProfileNode node,
            Element element,
            String path,
            int min,
            int max,
            List<String> vocabulary,
            List<String> values) {
        if (min > 0 && !element.repeatable()) {
            problems.add(
                    node.at("min"),
                    Finding.of(ProfileFileRequirement.LIMIT)
                            .with("field", "min")
                            .with("path", path));
        }
        if (max != Integer.MAX_VALUE && max > 1 && !element.repeatable()) {
            problems.add(
                    node.at("max"),
                    Finding.of(ProfileFileRequirement.LIMIT)
                            .with("field", "max")
                            .with("path", path));
        }
        if (min > max) {
            problems.add(
                    node.at("min"),
                    Finding.of(ProfileFileRequirement.MIN_ABOVE_MAX)
                            .with("min", min)
                            .with("max", max));
        }
        if (node.get("maxLength") != null && element.kind() == ElementKind.COMPOSITE) {
            problems.add(
                    node.at("maxLength"),
                    Finding.of(ProfileFileRequirement.LIMIT)
                            .with("field", "maxLength")
                            .with("path", path));
        }
        if (!vocabulary.isEmpty() && element.kind() != ElementKind.VOCABULARY) {
            problems.add(
                    node.at("vocabulary"),
                    Finding.of(ProfileFileRequirement.LIMIT)
                            .with("field", "vocabulary")
                            .with("path", path));
        }
        if (!values.isEmpty() && element.kind() != ElementKind.VOCABULARY && element.kind() != ElementKind.TEXT) {
            problems.add(
                    node.at("values"),
                    Finding.of(ProfileFileRequirement.LIMIT)
                            .with("field", "values")
                            .with("path", path));
        }
    }

    private void among(
            ProfileNode node,
            Element element,
            String path,
            String[] name,
            @Nullable String source,
            List<ProfileRequirement> requirements) {
        ProfileNode list = node.get("among");
        if (list == null) {
            return;
        }
        if (!list.isArray()) {
            problems.add(list, Finding.of(ProfileFileRequirement.ARRAY).with("field", "among"));
            return;
        }
        for (ProfileNode item : list.items) {
            if (!problems.object(item, "part", "values", "min", "max", "requirement")) {
                continue;
            }
            String part = problems.requiredText(item, "part");
            List<String> values = problems.texts(item, "values");
            ProfileNode spec = item.get("requirement");
            Element below = part == null ? null : ElementPaths.find(path + '.' + part);
            if (!element.repeatable()
                    || below == null
                    || below.kind() != ElementKind.VOCABULARY
                    || below.repeatable()) {
                problems.add(
                        item,
                        Finding.of(ProfileFileRequirement.LIMIT)
                                .with("field", "among")
                                .with("path", path));
            } else if (values.isEmpty() || spec == null) {
                problems.add(
                        item,
                        Finding.of(ProfileFileRequirement.MISSING_FIELD)
                                .with("field", values.isEmpty() ? "values" : "requirement"));
            } else {
                Constraint.Among among = new Constraint.Among(
                        below.name(),
                        values,
                        problems.positive(item, "min", 0),
                        problems.positive(item, "max", Integer.MAX_VALUE));
                add(requirements, requirement(node, spec, path, name, among, source));
                tightening.check(item, path, among);
            }
        }
    }

    /** A requirement: an id alone, or an object with an id and what differs from the entry's own level, source and texts. */
    private @Nullable ProfileRequirement requirement(
            ProfileNode entry,
            ProfileNode spec,
            String path,
            String[] name,
            Constraint constraint,
            @Nullable String entrySource) {
        String id = spec.isText() ? spec.text : null;
        if (id == null) {
            if (!problems.object(spec, "id", "level", "severity", "source", "text")) {
                return null;
            }
            id = problems.requiredText(spec, "id");
        }
        if (id == null || !isNew(spec, id)) {
            return null;
        }
        Level level = first(constant(spec, "level", Level.class), constant(entry, "level", Level.class), Level.MUST);
        Severity severity = first(
                constant(spec, "severity", Severity.class), constant(entry, "severity", Severity.class), usual(level));
        String source = spec.isObject() ? problems.text(spec, "source") : null;
        source = source == null ? entrySource : source;
        ProfileNode own = spec.isObject() ? spec.get("text") : null;
        Map<Boolean, Map<TextPart, String>> ownTexts = own == null ? Map.of() : ProfileSentences.read(problems, own);
        ProfileNode reason = entry.get("reason");
        String[] reasons = reason == null ? null : ProfileSentences.bilingual(problems, reason);
        Map<TextPart, String> zh = texts.sentences(
                constraint.key(),
                true,
                ownTexts.getOrDefault(true, Map.of()),
                reasons == null ? null : reasons[0],
                ProfileTexts.fixed(constraint, name[0], true));
        Map<TextPart, String> en = texts.sentences(
                constraint.key(),
                false,
                ownTexts.getOrDefault(false, Map.of()),
                reasons == null ? null : reasons[1],
                ProfileTexts.fixed(constraint, name[1], false));
        ProfileSentences.check(problems, spec, constraint, zh, en);
        return new ProfileRequirement(
                id, level, severity, source == null ? Requirement.PROFILE_DECISION : source, path, constraint, zh, en);
    }

    private boolean isNew(ProfileNode spec, String id) {
        if (base != null && base.requirement(id).isPresent()) {
            problems.add(spec, Finding.of(ProfileFileRequirement.ID_TAKEN).with("value", id));
        } else if (!ids.matcher(id).matches()) {
            problems.add(
                    spec,
                    Finding.of(ProfileFileRequirement.REQUIREMENT_ID)
                            .with("value", id)
                            .with("allowed", profileId + "-001"));
        } else if (!usedIds.add(id)) {
            problems.add(spec, Finding.of(ProfileFileRequirement.ID_TAKEN).with("value", id));
        } else {
            return true;
        }
        return false;
    }

    private <E extends Enum<E>> @Nullable E constant(ProfileNode node, String name, Class<E> type) {
        return node.isObject() ? problems.constant(node, name, type) : null;
    }

    private static <V> V first(@Nullable V one, @Nullable V other, V otherwise) {
        return one != null ? one : other != null ? other : otherwise;
    }

    private static Severity usual(Level level) {
        return switch (level) {
            case MUST -> Severity.ERROR;
            case SHOULD -> Severity.WARNING;
            case MAY -> Severity.INFO;
        };
    }
}
