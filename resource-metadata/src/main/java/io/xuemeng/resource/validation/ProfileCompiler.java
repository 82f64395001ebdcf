package io.xuemeng.resource.validation;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.profile.Constraint;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.profile.ProfileRequirement;
import io.xuemeng.resource.vocabulary.Vocabularies;
import io.xuemeng.resource.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a profile into the tree that the walk over a record follows. */
final class ProfileCompiler {

    private final Map<String, List<ProfileRequirement>> byElement = new HashMap<>();

    ProfileCompiler(MetadataProfile profile) {
        for (ProfileRequirement requirement : profile.requirements()) {
            byElement
                    .computeIfAbsent(requirement.element(), key -> new ArrayList<>())
                    .add(requirement);
        }
    }

    CompiledElement[] compile() {
        return compile("", MetadataElements.RESOURCE_METADATA);
    }

    private CompiledElement[] compile(String prefix, CompositeType<?> type) {
        return type.elements().stream()
                .map(element -> compile(prefix + element.name(), element))
                .toArray(CompiledElement[]::new);
    }

    private CompiledElement compile(String path, Element element) {
        List<RequiredRule> required = new ArrayList<>();
        List<CountRule> counts = new ArrayList<>();
        List<LengthRule> lengths = new ArrayList<>();
        List<ValueRule> values = new ArrayList<>();
        List<AmongRule> among = new ArrayList<>();
        CompositeType<?> below = element.composite();
        for (ProfileRequirement requirement : byElement.getOrDefault(path, List.of())) {
            Constraint constraint = requirement.constraint();
            if (constraint instanceof Constraint.Required rule) {
                required.add(new RequiredRule(requirement, rule.condition()));
            } else if (constraint instanceof Constraint.AtLeast rule) {
                counts.add(new CountRule(requirement, rule.min(), Integer.MAX_VALUE));
            } else if (constraint instanceof Constraint.AtMost rule) {
                counts.add(new CountRule(requirement, 0, rule.max()));
            } else if (constraint instanceof Constraint.MaxLength rule) {
                lengths.add(new LengthRule(requirement, rule.max()));
            } else if (constraint instanceof Constraint.FromVocabulary rule) {
                values.add(new ValueRule(requirement, names(rule.sources()), Set.of()));
            } else if (constraint instanceof Constraint.OneOf rule) {
                values.add(new ValueRule(requirement, Set.of(), Set.copyOf(rule.values())));
            } else if (constraint instanceof Constraint.Among rule && below != null) {
                among.add(new AmongRule(
                        requirement, below.indexOf(rule.part()), Set.copyOf(rule.values()), rule.min(), rule.max()));
            }
        }
        return new CompiledElement(
                element,
                path,
                below == null ? new CompiledElement[0] : compile(path + '.', below),
                required.toArray(RequiredRule[]::new),
                counts.toArray(CountRule[]::new),
                lengths.toArray(LengthRule[]::new),
                values.toArray(ValueRule[]::new),
                among.toArray(AmongRule[]::new),
                TextRule.of(path),
                element.kind() == ElementKind.VOCABULARY ? new TermCheck(path) : TermCheck.NONE);
    }

    /** The sources and all other names that the same vocabularies go by. */
    private static Set<String> names(List<String> sources) {
        Set<String> names = new HashSet<>(sources);
        for (String source : sources) {
            for (Vocabulary vocabulary : Vocabularies.bundled().ofSource(source)) {
                names.addAll(vocabulary.sources());
            }
        }
        return Set.copyOf(names);
    }
}
