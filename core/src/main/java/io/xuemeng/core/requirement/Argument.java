package io.xuemeng.core.requirement;

import java.util.List;
import java.util.Locale;

/** A value that a finding's sentences name. Immutable, and safe to show. */
public sealed interface Argument {

    /** The argument in a reader's language. */
    String render(Locale locale);

    /**
     * Text as it was found.
     *
     * @param value made safe to show, see {@link SafeText}
     */
    record Text(String value) implements Argument {
        /** Makes the text safe to show. */
        public Text {
            value = SafeText.argument(value);
        }

        @Override
        public String render(Locale locale) {
            return value;
        }
    }

    /**
     * A count, a size or a limit.
     *
     * @param value in the unit that the sentence names
     */
    record Quantity(long value) implements Argument {
        @Override
        public String render(Locale locale) {
            return Long.toString(value);
        }
    }

    /**
     * A word of this library's own, such as the name of a file format, which has a form in each language.
     *
     * @param english made safe to show, see {@link SafeText}
     * @param chinese made safe to show, see {@link SafeText}
     */
    record Term(String english, String chinese) implements Argument {
        /** Makes both forms safe to show. */
        public Term {
            english = SafeText.argument(english);
            chinese = SafeText.argument(chinese);
        }

        @Override
        public String render(Locale locale) {
            return MessageBundle.isChinese(locale) ? chinese : english;
        }
    }

    /**
     * Several texts, such as the allowed values.
     *
     * @param values made safe to show, see {@link SafeText}
     */
    record Texts(List<String> values) implements Argument {
        /** Copies the list and makes its texts safe to show. */
        public Texts {
            values = values.stream().map(SafeText::argument).toList();
        }

        @Override
        public String render(Locale locale) {
            return String.join(MessageBundle.isChinese(locale) ? "、" : ", ", values);
        }
    }
}
