package io.xuemeng.resource.validation;

import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.metadata.AigcLabel;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.DurationText;
import io.xuemeng.resource.metadata.LanguageText;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk over one record, judging each value where it stands. Nothing is allocated for a value that is right. */
final class RecordWalk {

    private final ResourceMetadata metadata;
    private final Reporter reporter;

    RecordWalk(ResourceMetadata metadata, Reporter reporter) {
        this.metadata = metadata;
        this.reporter = reporter;
    }

    void composite(CompositeType<?> type, Object record, CompiledElement[] elements) {
        @Nullable Object[] parts = type.parts(record);
        for (int i = 0; i < elements.length; i++) {
            CompiledElement element = elements[i];
            Object part = parts[i];
            if (element.element.repeatable()) {
                occurrences(element, (List<?>) part);
            } else if (part == null) {
                missing(element);
            } else {
                reporter.path.push(element.element.name());
                value(element, part);
                reporter.path.pop();
            }
        }
        if (record instanceof AigcLabel label) {
            AigcCheck.check(label, reporter);
        }
    }

    private void occurrences(CompiledElement element, @Nullable List<?> list) {
        if (list == null || list.isEmpty()) {
            missing(element);
            return;
        }
        boolean somethingSaid = Presence.saysSomething(list);
        boolean demanded = !somethingSaid && demand(element) != null;
        if (demanded) {
            missing(element);
        }
        reporter.path.push(element.element.name());
        for (CountRule rule : element.counts) {
            if (list.size() < rule.min() || list.size() > rule.max()) {
                reporter.report(reporter.of(rule.requirement()).with("count", list.size()));
            }
        }
        CompositeType<?> type = element.element.composite();
        for (AmongRule rule : element.among) {
            if (type != null) {
                rule.check(type, list, reporter);
            }
        }
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            if (!demanded || Presence.saysSomething(item)) {
                reporter.path.push(i);
                judge(element, item);
                reporter.path.pop();
            }
        }
        reporter.path.pop();
    }

    /** A value that occurs once: it may be there and yet say nothing, where something is demanded. */
    private void value(CompiledElement element, Object value) {
        if (element.required.length > 0 && !Presence.saysSomething(value)) {
            Requirement demand = demand(element);
            if (demand != null) {
                reporter.report(reporter.of(demand));
                return;
            }
        }
        judge(element, value);
    }

    private void missing(CompiledElement element) {
        if (element.required.length > 0) {
            Requirement demand = demand(element);
            if (demand != null) {
                reporter.reportBelow(element.element.name(), demand);
            }
        }
    }

    /** The requirement that demands the element here; null when none does. */
    private @Nullable Requirement demand(CompiledElement element) {
        for (RequiredRule rule : element.required) {
            if (rule.condition() == null || ConditionCheck.holds(rule.condition(), metadata)) {
                return rule.requirement();
            }
        }
        return null;
    }

    private void judge(CompiledElement element, Object value) {
        ElementKind kind = element.element.kind();
        if (kind == ElementKind.COMPOSITE) {
            composite(type(element), value, element.below);
        } else if (kind == ElementKind.TEXT) {
            text(element, (String) value);
        } else if (kind == ElementKind.MULTILINGUAL) {
            multilingual(element, (MultilingualText) value);
        } else if (kind == ElementKind.VOCABULARY) {
            term(element, (VocabularyTerm) value);
        } else if (kind == ElementKind.DATE_TIME) {
            DateTimeText date = (DateTimeText) value;
            time(element, date.value(), date.description(), true);
        } else {
            DurationText duration = (DurationText) value;
            time(element, duration.value(), duration.description(), false);
        }
    }

    private static CompositeType<?> type(CompiledElement element) {
        CompositeType<?> type = element.element.composite();
        if (type == null) {
            throw new IllegalStateException(element.path + " is a composite without a type");
        }
        return type;
    }

    private void text(CompiledElement element, String text) {
        if (text.isBlank()) {
            if (!element.mayBeEmpty) {
                empty(element);
            }
            return;
        }
        for (LengthRule rule : element.lengths) {
            rule.check(text, reporter);
        }
        for (ValueRule rule : element.values) {
            rule.check(text, reporter);
        }
        element.textRule.check(text, reporter);
        PersonalDataCheck.check(text, element.path, reporter);
    }

    private void multilingual(CompiledElement element, MultilingualText multilingual) {
        if (!Presence.saysSomething(multilingual)) {
            empty(element);
        }
        List<LanguageText> texts = multilingual.texts();
        for (int i = 0; i < texts.size(); i++) {
            LanguageText text = texts.get(i);
            reporter.path.push(i);
            String language = text.language();
            if (language != null) {
                reporter.path.push("language");
                TextRule.LANGUAGE.check(language, reporter);
                reporter.path.pop();
            }
            reporter.path.push("text");
            for (LengthRule rule : element.lengths) {
                rule.check(text.text(), reporter);
            }
            PersonalDataCheck.check(text.text(), element.path, reporter);
            reporter.path.pop();
            reporter.path.pop();
        }
    }

    private void term(CompiledElement element, VocabularyTerm term) {
        boolean sourceFits = true;
        for (ValueRule rule : element.values) {
            sourceFits &= rule.check(term, reporter);
        }
        // A profile that asks for other vocabularies says more than that this one is not known or not meant here.
        if (sourceFits) {
            element.termCheck.check(term, reporter);
        }
        String value = term.value();
        if (value != null) {
            for (LengthRule rule : element.lengths) {
                rule.check(value, reporter);
            }
        }
    }

    private void time(
            CompiledElement element, @Nullable String value, @Nullable MultilingualText description, boolean date) {
        if (value != null && !value.isBlank()) {
            reporter.path.push("value");
            if (date) {
                TimeCheck.date(value, reporter);
            } else {
                TimeCheck.duration(value, reporter);
            }
            reporter.path.pop();
        } else if (!Presence.saysSomething(description)) {
            empty(element);
        }
        if (description != null) {
            reporter.path.push("description");
            multilingual(element, description);
            reporter.path.pop();
        }
    }

    private void empty(CompiledElement element) {
        reporter.report(reporter.of(MetadataRequirement.EMPTY_VALUE).with("element", element.path));
    }
}
