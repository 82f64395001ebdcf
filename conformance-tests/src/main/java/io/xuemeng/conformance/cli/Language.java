package io.xuemeng.conformance.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --lang}, which every command has. */
final class Language {

    @Option(names = "--lang", paramLabel = "zh-CN|en", descriptionKey = "lang")
    private @Nullable String tag;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Chinese or English: what was asked for, or else what the machine speaks. */
    Locale locale() {
        Locale wanted = Locale.forLanguageTag(tag == null ? Locale.getDefault().toLanguageTag() : tag);
        if (wanted.getLanguage().equals("zh")) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        if (tag != null && !wanted.getLanguage().equals("en")) {
            throw new ParameterException(spec.commandLine(), "--lang: zh-CN, en");
        }
        return Locale.ENGLISH;
    }

    /** The language of help and of complaints about the command line itself, before it is parsed. */
    static Locale of(String[] args) {
        List<String> words = List.of(args);
        int at = words.indexOf("--lang");
        String tag = at >= 0 && at + 1 < words.size()
                ? words.get(at + 1)
                : Locale.getDefault().toLanguageTag();
        for (String word : words) {
            if (word.startsWith("--lang=")) {
                tag = word.substring("--lang=".length());
            }
        }
        return Locale.forLanguageTag(tag).getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
