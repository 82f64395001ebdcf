package io.xuemeng.examples.quickstart;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.SafeText;
import io.xuemeng.resource.signature.PackageSignature;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what happens, in the reader's language. */
final class Telling {

    private static final int MAX_LENGTH = 120;
    private static final MessageBundle TEXTS =
            MessageBundle.load("messages", name -> Telling.class.getResourceAsStream(name));

    private final Locale locale;
    private final PrintStream out;

    Telling(Locale locale, PrintStream out) {
        this.locale = locale;
        this.out = out;
    }

    /** In UTF-8, whatever the platform's code page is. */
    static PrintStream standardOutput() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    static Locale localeOf(String[] args) {
        int at = List.of(args).indexOf("--lang");
        Locale wanted = at >= 0 && at + 1 < args.length ? Locale.forLanguageTag(args[at + 1]) : Locale.getDefault();
        return wanted.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    Locale locale() {
        return locale;
    }

    void tell(String key, @Nullable Object... values) {
        String text = TEXTS.text(key, locale);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        out.println(text);
    }

    void signature(PackageSignature signature) {
        tell(
                "signature",
                TEXTS.text("status." + signature.status(), locale),
                signature.role().map(role -> role.title(locale)).orElse("?"),
                signature
                        .signer()
                        .map(name -> SafeText.visible(name, MAX_LENGTH))
                        .orElse("?"));
    }

    void list(List<Finding> findings) {
        for (Finding finding : findings) {
            out.println("     " + finding.id() + ' ' + finding.location() + "  " + finding.message(locale));
        }
    }
}
