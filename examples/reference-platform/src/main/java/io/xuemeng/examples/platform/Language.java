package io.xuemeng.examples.platform;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --lang}, which every command has. */
final class Language {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--lang", paramLabel = "zh-CN|en", descriptionKey = "lang")
    private @Nullable String language;

    /** The language to speak: as asked for, else the system's. */
    Locale locale() {
        Locale wanted = Locale.forLanguageTag(language == null ? "" : language);
        if (language != null && !List.of("zh", "en").contains(wanted.getLanguage())) {
            throw new ParameterException(command.commandLine(), Texts.of(Locale.ENGLISH, "unknown.lang", language));
        }
        return ofTag(language == null ? Locale.getDefault().toLanguageTag() : language);
    }

    /** The language of help and of complaints about the command line itself, before it is parsed. */
    static Locale of(String[] args) {
        String tag = Locale.getDefault().toLanguageTag();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--lang") && i + 1 < args.length) {
                tag = args[i + 1];
            } else if (args[i].startsWith("--lang=")) {
                tag = args[i].substring("--lang=".length());
            }
        }
        return ofTag(tag);
    }

    private static Locale ofTag(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
