package io.xuemeng.examples.intake;

import io.xuemeng.examples.intake.report.Texts;
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
        String tag = language == null ? Locale.getDefault().toLanguageTag() : language;
        Locale wanted = Locale.forLanguageTag(tag);
        if (wanted.getLanguage().equals("zh")) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        if (language != null && !wanted.getLanguage().equals("en")) {
            throw new ParameterException(command.commandLine(), Texts.of(Locale.ENGLISH, "unknown.lang", language));
        }
        return Locale.ENGLISH;
    }
}
