package io.xuemeng.resource.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a profile's requirement asks of an element. */
public sealed interface Constraint {

    /** The key under which a profile file gives the constraint's id and the templates of its texts. */
    String key();

    /**
     * The element is there and says something.
     *
     * @param condition when; null for always
     */
    record Required(@Nullable Condition condition) implements Constraint {
        @Override
        public String key() {
            return "obligation";
        }
    }

    /**
     * The element occurs at least so often, where it occurs at all.
     *
     * @param min from 1
     */
    record AtLeast(int min) implements Constraint {
        @Override
        public String key() {
            return "min";
        }
    }

    /**
     * The element occurs at most so often.
     *
     * @param max from 1
     */
    record AtMost(int max) implements Constraint {
        @Override
        public String key() {
            return "max";
        }
    }

    /**
     * Each of its texts is at most so long.
     *
     * @param max in characters (code points)
     */
    record MaxLength(int max) implements Constraint {
        @Override
        public String key() {
            return "maxLength";
        }
    }

    /**
     * Its value is from one of some vocabularies.
     *
     * @param sources the names of their sources, the preferred one first
     */
    record FromVocabulary(List<String> sources) implements Constraint {
        /** Copies the list. */
        public FromVocabulary {
            sources = List.copyOf(sources);
        }

        @Override
        public String key() {
            return "vocabulary";
        }
    }

    /**
     * Its value is one of some values.
     *
     * @param values compared character by character
     */
    record OneOf(List<String> values) implements Constraint {
        /** Copies the list. */
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public String key() {
            return "values";
        }
    }

    /**
     * Among the occurrences of the element, so many have one of some values in one of their parts: exactly one creator,
     * say.
     *
     * @param part the name of the part, for example {@code role}
     * @param values the values, compared character by character
     * @param min at least so many
     * @param max at most so many; {@link Integer#MAX_VALUE} for no limit
     */
    record Among(String part, List<String> values, int min, int max) implements Constraint {
        /** Copies the list. */
        public Among {
            values = List.copyOf(values);
        }

        @Override
        public String key() {
            return "among";
        }
    }
}
