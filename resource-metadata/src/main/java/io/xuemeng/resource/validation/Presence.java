package io.xuemeng.resource.validation;

import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.DurationText;
import io.xuemeng.resource.metadata.LanguageText;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a value says something. */
final class Presence {

    private Presence() {}

    static boolean saysSomething(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof String text) {
            return !text.isBlank();
        }
        if (value instanceof MultilingualText multilingual) {
            return hasText(multilingual);
        }
        if (value instanceof VocabularyTerm term) {
            return term.value() != null && !term.value().isBlank();
        }
        if (value instanceof DateTimeText date) {
            return saysSomething(date.value()) || saysSomething(date.description());
        }
        if (value instanceof DurationText duration) {
            return saysSomething(duration.value()) || saysSomething(duration.description());
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (saysSomething(list.get(i))) {
                    return true;
                }
            }
            return false;
        }
        return true;
    }

    private static boolean hasText(MultilingualText multilingual) {
        List<LanguageText> texts = multilingual.texts();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).text().isBlank()) {
                return true;
            }
        }
        return false;
    }
}
